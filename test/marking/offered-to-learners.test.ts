import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import { pullRequests } from '../../src/adapters/postgres/schema.ts';
import type { OpenNow } from '../../src/domain/open-now.ts';
import type { PeersSeen } from '../../src/domain/peers.ts';
import type { Rendering } from '../../src/marking/rendering.ts';
import { workOnRun } from '../../src/marking/work-on-run.ts';
import { pullRequest, sighting } from '../intake/pulls.ts';
import { freshPglite } from '../services/pglite.ts';
import { silent } from '../services/silent.ts';
import { gitHubInMemory, plainRendering } from './github-in-memory.ts';
import { notYet } from './markings.ts';
import { smallProject } from './small-project.ts';

let connection: Connection;
let database: Database;
const clock = { at: Date.parse('2026-03-02T09:00:00Z'), now: () => clock.at };
beforeAll(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
});
beforeEach(() => connection.rows.delete(pullRequests));
afterAll(() => connection.close());

const offers: OpenNow = { occasion: 'missed', offers: [] };
const marking = {
  ...notYet(),
  feedback: [
    {
      ...notYet().feedback[0]!,
      corrective: { number: 1, kind: 'pair' as const },
    },
  ],
};

/** Marks work on which somebody is to work with somebody; resolves to what there was to say of it. */
async function said(mayLearn: boolean, runs = database.runs) {
  let facts: Parameters<Rendering['marking']>[0] | undefined;
  const github = gitHubInMemory();
  const state = pullRequest();
  github.push(state);
  clock.at += 1_000;
  const { started } = await database.pulls.see(sighting(state, clock.at));
  await workOnRun(
    started!,
    {
      ...github,
      ...database,
      runs,
      inbox: database.deliveries,
      mark: () => Promise.resolve(marking),
      rendering: {
        ...plainRendering,
        marking: (given) => {
          facts = given;
          return plainRendering.marking(given);
        },
      },
      project: () => smallProject,
      projects: () => [smallProject],
      open: () => offers,
      missingAgain: () => Promise.resolve(['loops']),
      personMustLook: () => Promise.resolve(false),
      volunteers: () => Promise.resolve(['tess']),
      mayLearn: (id) => Promise.resolve(mayLearn && id === state.learner.id),
      newToken: () => 't',
      log: silent,
      askEveryMs: 10,
    },
    1_000,
    new AbortController().signal,
  );
  return facts;
}

test('a learner is told what is open to them, whom to ask, and what is worth another look', async () => {
  expect(await said(true)).toMatchObject({
    isLearner: true,
    open: offers,
    volunteers: ['tess'],
    missingAgain: ['loops'],
  });
});

test('what an earlier project has shown and this one lacks stands nowhere where peers read it', async () => {
  const take = database.runs.take.bind(database.runs);
  const withPeers = (peers: PeersSeen): Database['runs'] => ({
    ...database.runs,
    take: async (id, token) => {
      const run = await take(id, token);
      return run === null ? null : { ...run, peers };
    },
  });
  const none = { looking: [], replaced: [], said: [] };
  expect(await said(true, withPeers(none))).toMatchObject({ missingAgain: ['loops'] });
  await connection.rows.delete(pullRequests);
  const asked = withPeers({ ...none, looking: ['bo'] });
  expect(await said(true, asked)).toMatchObject({ missingAgain: [] });
});

test('whoever is nobody in the school is told how the work stands, and is offered nobody and nothing', async () => {
  expect(await said(false)).toMatchObject({
    isLearner: false,
    open: null,
    volunteers: [],
    missingAgain: [],
    marking: { decision: 'not-yet' },
  });
});
