import { describe, expect, it } from 'vitest';
import type { DecisionName } from '../../src/domain/course/decision.ts';
import type { Marking } from '../../src/domain/results.ts';
import { compareMarkings, effectOf, type Effect } from '../../src/regrade/compare.ts';
import { notYet } from '../marking/markings.ts';

/** A marking in which these criteria of the functionality are met or not. */
function markingOf(decision: DecisionName, criteria: Record<string, boolean>): Marking {
  const marking = notYet();
  const [stage] = marking.stages;
  const of = Object.entries(criteria).map(([id, met]) => ({
    ...stage!.criteria[0]!,
    id,
    title: `The ${id}`,
    met,
  }));
  return { ...marking, decision, stages: [{ ...stage!, criteria: of }] };
}

type Seen = [decision: DecisionName, criteria: Record<string, boolean>];
type Case = [
  what: string,
  then: Seen,
  now: Seen,
  effect: Effect,
  noLongerMissed: string[],
  newlyMissed: string[],
];

const ids = (those: { id: string }[]) => those.map(({ id }) => id);

describe('two markings of the same submission', () => {
  it.each<Case>([
    ['the same', ['not-yet', { a: true, b: false }], ['not-yet', { a: true, b: false }], 'same', [], []],
    ['a miss that is none', ['not-yet', { a: false }], ['mastered', { a: true }], 'changes', ['a'], []],
    [
      'another reason',
      ['not-yet', { a: false, b: true }],
      ['not-yet', { a: true, b: false }],
      'changes',
      ['a'],
      ['b'],
    ],
    [
      'no longer asked for',
      ['not-yet', { a: false, b: true }],
      ['mastered', { b: true }],
      'changes',
      ['a'],
      [],
    ],
    [
      'newly asked for and there',
      ['mastered', { a: true }],
      ['mastered', { a: true, b: true }],
      'same',
      [],
      [],
    ],
    [
      'newly asked for and missed',
      ['not-yet', { a: false }],
      ['not-yet', { a: false, b: false }],
      'changes',
      [],
      ['b'],
    ],
    ['another threshold', ['not-yet', { a: false }], ['mastered', { a: false }], 'changes', [], []],
    [
      'mastery and a miss beside it',
      ['mastered', { a: true }],
      ['mastered', { a: false }],
      'changes',
      [],
      ['a'],
    ],
    ['mastery and not yet', ['mastered', { a: true }], ['not-yet', { a: false }], 'keeps-mastery', [], ['a']],
    [
      'mastery and a person',
      ['mastered', { a: true }],
      ['awaiting-review', { a: true }],
      'keeps-mastery',
      [],
      [],
    ],
    [
      'a person and not yet',
      ['awaiting-review', { a: true }],
      ['not-yet', { a: false }],
      'changes',
      [],
      ['a'],
    ],
  ])('%s', (_what, then, now, effect, noLongerMissed, newlyMissed) => {
    const difference = compareMarkings(markingOf(...then), markingOf(...now));
    expect(difference).toMatchObject({ then: then[0], now: now[0] });
    expect(ids(difference.noLongerMissed)).toEqual(noLongerMissed);
    expect(ids(difference.newlyMissed)).toEqual(newlyMissed);
    expect(effectOf(difference)).toBe(effect);
  });

  it('tells criteria of the same name in two stages apart', () => {
    const one = markingOf('not-yet', { tidy: false });
    const other = { ...one, stages: one.stages.map((stage) => ({ ...stage, id: 'style' as const })) };
    const difference = compareMarkings(one, other);
    expect(difference.noLongerMissed).toEqual([{ stage: 'functionality', id: 'tidy', title: 'The tidy' }]);
    expect(difference.newlyMissed).toEqual([{ stage: 'style', id: 'tidy', title: 'The tidy' }]);
  });
});
