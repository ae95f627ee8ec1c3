import { expect, test } from 'vitest';
import type { Call } from '../../../src/intake/commands/call.ts';
import { challenge, retake, type UnitDeps } from '../../../src/intake/commands/handlers/units.ts';
import type { UnitForLearner } from '../../../src/domain/unit-for-learner.ts';
import { pullRequest } from '../pulls.ts';

const unit = (id: string, state: UnitForLearner['state'], projects = [`${id}-one`]): UnitForLearner => ({
  unit: { id, title: `The ${id}`, projects, enrichment: false },
  state,
  project: { slug: projects.at(-1) ?? '', title: `Story ${projects.at(-1) ?? ''}` },
});
const units = [
  unit('loops', 'mastered', ['sums', 'prices']),
  unit('files', 'mastered'),
  unit('nets', 'waiting'),
];
const by = { id: 5, login: 'ada', type: 'User' };
const call = {
  state: pullRequest(),
  comment: { id: 1, by, body: '', createdAt: 0 },
  deliveryId: 'd',
  place: 1,
} as Call;

function school({ makes, project = 'sums' }: { makes: boolean; project?: string }) {
  const made: object[] = [];
  const kept: object[] = [];
  const deps: UnitDeps = {
    projectOf: () => project,
    unitsFor: () => Promise.resolve(units),
    unitRequests: { keep: (request) => Promise.resolve(kept.push(request) > 0) },
    makeRepository: makes ? (wanted) => Promise.resolve(void made.push(wanted)) : null,
  };
  return { deps, made, kept };
}

test('whoever shows a unit once more in another story gets its repository, and is not sent from one command to another', async () => {
  const { deps, made, kept } = school({ makes: true });
  const outcome = await retake(deps)({ name: 'retake' }, call);
  expect(outcome).toMatchObject({ done: true, replies: [{ kind: 'retake', how: 'repository' }] });
  expect(made).toEqual([{ learner: 5, unit: 'loops', project: 'prices' }]);
  expect(kept).toMatchObject([{ kind: 'retake', unit: 'loops', project: 'prices' }]);
});

test('where the school makes none they hand it in; the same project is pushed to', async () => {
  const { deps } = school({ makes: false });
  expect(await retake(deps)({ name: 'retake' }, call)).toMatchObject({ replies: [{ how: 'hand-in' }] });
  const same = school({ makes: true, project: 'files-one' });
  expect(await retake(same.deps)({ name: 'retake' }, call)).toMatchObject({ replies: [{ how: 'push' }] });
  expect(same.made).toEqual([]);
});

test.each(['nets', 'The nets', 'nets-one', '`Nets`'])(
  'who challenges %s is told how to begin',
  async (asked) => {
    const { deps, kept } = school({ makes: true });
    const outcome = await challenge(deps)({ name: 'challenge', unit: asked }, call);
    expect(outcome).toMatchObject({ replies: [{ kind: 'unit-open', already: false, starts: 'nets' }] });
    expect(kept).toMatchObject([{ kind: 'challenge', unit: 'nets' }]);
    const none = school({ makes: false });
    expect(await challenge(none.deps)({ name: 'challenge', unit: asked }, call)).toMatchObject({
      replies: [{ starts: null }],
    });
  },
);
