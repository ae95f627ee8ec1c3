import { expect, test } from 'vitest';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import { Person } from '../../../src/domain/people/person.ts';
import { rosterOf } from '../../../src/domain/people/roster.ts';
import { askAgain } from '../../../src/intake/peers/ask-again.ts';
import { tendPeers, type TendDeps } from '../../../src/intake/peers/tend.ts';
import type { PeerFacts, PeerStore } from '../../../src/review/peers/peer-store.ts';
import { smallProject } from '../../marking/small-project.ts';
import { silent } from '../../services/silent.ts';
import { pullRequest } from '../pulls.ts';
import { askedGitHub } from './asked-github.ts';

const [ADA, BO, CHIDI] = [5, 11, 12];
const { rubric } = smallProject;
const project = {
  ...smallProject,
  rubric: Rubric.parse({ ...rubric, review: { staff: 'always', peers: 2 } }),
};
const state = pullRequest();
const facts: PeerFacts = {
  pull: 1,
  project: 'todo-cli',
  author: ADA,
  headSha: state.headSha,
  headIsReviewed: false,
  requests: [],
  past: [],
  mastered: new Set([BO, CHIDI]),
  leftOver: [],
  work: 'ready',
  notYetAt: null,
  now: Date.parse('2026-03-02T09:00:00Z'),
};

/** Whom peers' work is asked of when these are the learners of the school. */
async function askedOf(learners: readonly number[]) {
  const asked: number[] = [];
  const peers = {
    facts: () => Promise.resolve(facts),
    decide: (_pull, decide) => {
      asked.push(...decide(facts).ask);
      return Promise.resolve({ ask: [], takeBack: [] });
    },
    say: () => Promise.resolve('nothing'),
  } satisfies Partial<PeerStore>;
  const github = askedGitHub();
  github.state = state;
  const people = learners.map((id) => Person.parse({ id, login: `person-${id}`, roles: ['learner'] }));
  const deps: TendDeps = {
    reader: github.reader,
    peers: peers as unknown as PeerStore,
    reviewRequests: github.reviewRequests((id) => `person-${id}`),
    roster: () => Promise.resolve(rosterOf({ people, cohorts: [], timeZone: 'UTC' })),
    project: () => project,
    calendar: { weekend: [], holidays: () => [] },
    log: silent,
  };
  await tendPeers(state.pull, { thorough: true }, deps);
  return {
    asked: asked.toSorted((a, b) => a - b),
    again: await askAgain(state.pull, { byStaff: true }, deps),
  };
}

test('peers are asked for the work of a learner, and of nobody whom the school does not know', async () => {
  expect((await askedOf([ADA, BO, CHIDI])).asked).toEqual([BO, CHIDI]);
  const nobody = await askedOf([BO, CHIDI]);
  expect(nobody.asked).toEqual([]);
  expect(nobody.again).toEqual({ came: 'no-learner' });
});
