import type { Random } from '../random.ts';
import type { Half, Task } from '../submission.ts';
import { GIVEN, IDIOMS } from './fragments/ordinary.ts';
import type { Fragment } from './fragment.ts';
import type { Variant } from './put-script.ts';

export type GroupType = 'cargo' | 'starter' | 'common' | 'common-few';

/** What is to be planted in one cohort: in how many members, and how far they may stray. */
export interface Planting {
  readonly type: GroupType;
  readonly fragment: Fragment;
  readonly variant: Variant;
  readonly members: number;
  readonly starterGiven: boolean | null;
}

const sideOf = ({ language }: Task): 'script' | 'python' => (language === 'py' ? 'python' : 'script');

const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);

/**
 * What goes into each cohort of a half, in the order of the cohorts. An odd fragment goes into one cohort of a language
 * alone, as it would not be odd otherwise; an idiom is common in three cohorts or more and rare in a few others. One cohort
 * in four has nothing to be found, half of these nothing at all.
 */
export const planFor = (
  cohorts: readonly { task: Task; size: number }[],
  half: Half,
  odd: Readonly<Record<'script' | 'python', readonly Fragment[]>>,
  random: Random,
): Planting[][] => {
  const left = { script: random.shuffled(odd.script), python: random.shuffled(odd.python) };
  const seen = { script: 0, python: 0 };
  return cohorts.map(({ task, size }) => {
    const side = sideOf(task);
    const turn = seen[side]++;
    const plan: Planting[] = [];
    const empty = turn % 4 === 3;
    if (!empty) {
      const fragment = left[side].pop();
      const variant = random.pick([0, 1, 1, 2, 2] as const);
      if (fragment !== undefined)
        plan.push({ type: 'cargo', fragment, variant, members: between(random, 3, 7), starterGiven: null });
    } else if (turn % 8 === 3) return plan;
    if (random.chance(0.4)) {
      const given = random.chance(0.7);
      const members =
        given && random.chance(0.6) ? between(random, 3, 8) : Math.round(size * (0.6 + random.next() * 0.4));
      plan.push({
        type: 'starter',
        fragment: random.pick(GIVEN[side][half]),
        variant: random.pick([0, 0, 1] as const),
        members,
        starterGiven: given,
      });
    }
    const idioms = IDIOMS[side][half];
    const [usual, other] = [idioms[turn % idioms.length], idioms[(turn + 2) % idioms.length]];
    if (usual !== undefined && random.chance(0.45)) {
      plan.push({
        type: 'common',
        fragment: usual,
        variant: 1,
        members: Math.round(size * (0.5 + random.next() * 0.3)),
        starterGiven: null,
      });
    }
    if (other !== undefined && other !== usual && random.chance(0.4)) {
      plan.push({
        type: 'common-few',
        fragment: other,
        variant: 1,
        members: between(random, 3, 5),
        starterGiven: null,
      });
    }
    return plan;
  });
};
