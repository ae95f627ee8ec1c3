import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import { pullRequests } from '../../src/adapters/postgres/schema.ts';
import { Person } from '../../src/domain/people/person.ts';
import { rosterOf } from '../../src/domain/people/roster.ts';
import type { CommandReply } from '../../src/domain/command-reply.ts';
import type { DecisionName } from '../../src/domain/course/decision.ts';
import { takeVerdict } from '../../src/intake/take-verdict.ts';
import type { PullRequestState } from '../../src/intake/github-reader.ts';
import type { Verdict } from '../../src/review/sign-off.ts';
import { gitHubInMemory } from '../marking/github-in-memory.ts';
import { notYet } from '../marking/markings.ts';
import { noAnswers } from '../marking/no-commands.ts';
import { freshPglite } from '../services/pglite.ts';
import { pullRequest, sha, sighting } from './pulls.ts';

const [ADA, GRACE, TESS] = [5, 8, 9];
const person = (id: number, role: string) => Person.parse({ id, login: `person-${id}`, roles: [role] });
const roster = rosterOf({
  timeZone: 'UTC',
  cohorts: [],
  people: [person(ADA, 'learner'), person(GRACE, 'staff'), person(TESS, 'tutor')],
});

let connection: Connection;
let database: Database;
let told: { to: string; replies: readonly CommandReply[] }[];
const clock = { at: 0, now: () => clock.at };
beforeAll(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
});
afterAll(() => connection.close());
beforeEach(async () => {
  await connection.rows.delete(pullRequests);
  clock.at = Date.parse('2026-03-02T09:00:00Z');
  told = [];
});

/** A learner's push is seen; where it has come to something, it is told. */
async function pushed(state: PullRequestState, decision: DecisionName | null) {
  clock.at += 60_000;
  const { started } = await database.pulls.see(sighting(state, clock.at));
  if (decision === null) return started!;
  await database.runs.take(started!, 't');
  await database.runs.marked(started!, 't', { ...notYet(), decision });
  await database.runs.published(started!, 't');
  return started!;
}

function review(change: Partial<Verdict> = {}, state = pullRequest()) {
  const github = gitHubInMemory();
  github.push(state);
  const verdict: Verdict = {
    by: { id: GRACE, login: 'grace', type: 'User' },
    says: 'mastered',
    sha: state.headSha,
    why: null,
    at: clock.at,
    ...change,
  };
  return takeVerdict(
    state.pull,
    { source: { kind: 'review', id: 77 }, verdict },
    {
      reader: github.reader,
      signOffs: database.signOffs,
      roster: () => Promise.resolve(roster),
      answers: {
        ...noAnswers,
        tell: (_pull, to, replies) => Promise.resolve(void told.push({ to, replies })),
      },
    },
  );
}

describe('a review of staff that cannot count', () => {
  test('against the machine and without a reason, is told what it lacks', async () => {
    await pushed(pullRequest(), 'not-yet');
    expect(await review()).toEqual({ done: 'verdict refused: reason-missing' });
    expect(told).toEqual([{ to: 'review 77', replies: [{ kind: 'refused', refusal: 'reason-missing' }] }]);
  });

  test('of an earlier commit, is told of the newer one', async () => {
    await pushed(pullRequest(), 'awaiting-review');
    expect(await review({ sha: sha('b') })).toEqual({ done: 'verdict refused: another-commit' });
    expect(told).toMatchObject([{ replies: [{ refusal: 'another-commit' }] }]);
  });

  test('is passed over where nothing is followed: staff review elsewhere, too', async () => {
    await pushed(pullRequest(), 'awaiting-review');
    const elsewhere = pullRequest({ pull: { ...pullRequest().pull, repositoryId: 999 } });
    clock.at += 60_000;
    expect(await review({ at: clock.at - 20 * 60_000 }, elsewhere)).toMatchObject({
      done: 'verdict refused: not-marked-yet',
    });
    expect(told).toEqual([]);
  });

  test('is nobody else’s: whoever is not staff meant no verdict, and is told nothing', async () => {
    await pushed(pullRequest(), 'awaiting-review');
    for (const id of [ADA, TESS, 99]) await review({ by: { id, login: 'x', type: 'User' } });
    await review({ by: { id: GRACE, login: 'grace', type: 'Bot' } });
    expect(told).toEqual([]);
  });
});

describe('a review of a commit that has no result yet', () => {
  test('waits for it, and counts then', async () => {
    const run = await pushed(pullRequest(), null);
    expect(await review()).toMatchObject({ again: expect.any(String) as string, isBusy: true });
    expect(told).toEqual([]);
    await database.runs.take(run, 't');
    const stages = notYet().stages.map((stage) => ({ ...stage, met: true }));
    await database.runs.marked(run, 't', { ...notYet(), stages, decision: 'awaiting-review' });
    expect(await review()).toMatchObject({ isBusy: true });
    await database.runs.published(run, 't');
    expect(await review()).toEqual({ done: 'signed off: mastered' });
  });

  test('overrules none that comes later: its words were said without having seen it', async () => {
    const run = await pushed(pullRequest(), null);
    const early = { at: clock.at, why: 'Looks good to me!' };
    expect(await review(early)).toMatchObject({ isBusy: true });
    clock.at += 60_000;
    await database.runs.take(run, 't');
    await database.runs.marked(run, 't', { ...notYet(), decision: 'not-yet' });
    await database.runs.published(run, 't');
    expect(await review(early)).toEqual({ done: 'verdict refused: before-the-result' });
    expect(told).toMatchObject([{ replies: [{ refusal: 'before-the-result' }] }]);
    clock.at += 60_000;
    expect(await review({ why: 'The test asks for more than the brief.', at: clock.at })).toEqual({
      done: 'signed off: mastered',
    });
  });

  test('is told so where nothing will come, as the commit could not be looked at', async () => {
    const run = await pushed(pullRequest(), null);
    await database.runs.take(run, 't');
    await database.runs.refused(run, 't', { code: 'x', audience: 'learner', message: 'm', fix: 'f' });
    await database.runs.published(run, 't');
    expect(await review()).toEqual({ done: 'verdict refused: not-marked-yet' });
    expect(told).toMatchObject([{ replies: [{ refusal: 'not-marked-yet' }] }]);
  });

  test('waits for a push that nobody has looked at, and not for ever', async () => {
    await pushed(pullRequest(), 'awaiting-review');
    const newer = pullRequest({ headSha: sha('b') });
    const at = clock.at;
    expect(await review({ at }, newer)).toMatchObject({ isBusy: true });
    clock.at += 16 * 60_000;
    expect(await review({ at }, newer)).toEqual({ done: 'verdict refused: not-marked-yet' });
  });
});
