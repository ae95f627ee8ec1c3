import { expect, test } from 'vitest';
import type { Call } from '../../../src/intake/commands/call.ts';
import { start } from '../../../src/intake/commands/handlers/start.ts';
import type { UnitForLearner } from '../../../src/domain/unit-for-learner.ts';
import { pullRequest } from '../pulls.ts';

const unit = (id: string, state: UnitForLearner['state']): UnitForLearner => ({
  unit: { id, title: id.toUpperCase(), projects: [`${id}-one`], enrichment: false },
  state,
  project: { slug: `${id}-one`, title: id },
});
const units = [unit('a', 'mastered'), unit('b', 'open'), unit('c', 'waiting')];
const call = { state: pullRequest() } as Call;

async function say(asked: string, makes = true) {
  const wanted: object[] = [];
  const handler = start({
    unitsFor: () => Promise.resolve(units),
    makeRepository: makes
      ? (one) => {
          wanted.push(one);
          return Promise.resolve();
        }
      : null,
  });
  const outcome = await handler({ name: 'start', unit: asked }, call);
  return { outcome, wanted };
}

test('a repository is made of a unit that is open, for the learner who asks and for nobody else', async () => {
  const { outcome, wanted } = await say('b');
  expect(wanted).toEqual([{ learner: 5, unit: 'b', project: 'b-one' }]);
  expect(outcome).toMatchObject({ done: true, replies: [{ kind: 'unit-started', unit: 'B' }] });
});

test.each(['b', 'B', '`b`', 'b-one', '"B-One", please', 'b please'])(
  'a unit may be called %s',
  async (asked) => {
    expect((await say(asked)).wanted).toHaveLength(1);
  },
);

test.each([
  ['a', 'unit-mastered'],
  ['c', 'unit-waiting'],
  ['d', 'no-unit'],
])('of the unit %s none is made: %s', async (asked, kind) => {
  const { outcome, wanted } = await say(asked);
  expect(wanted).toEqual([]);
  expect(outcome).toMatchObject({ done: false, replies: [{ kind }] });
});

test('where the school makes none, it is said so', async () => {
  expect((await say('b', false)).outcome).toMatchObject({ replies: [{ kind: 'no-repositories' }] });
});
