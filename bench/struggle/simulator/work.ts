import type { SimulatedCourse, SimulatedCriterion, SimulatedProject } from './course.ts';
import { draw } from './distribution.ts';
import type { Parameters } from './parameters.ts';
import { chance, type Random } from './random.ts';
import type { Traits } from './traits.ts';

/** How far somebody is with a criterion. */
interface CriterionWork {
  criterion: SimulatedCriterion;
  /** Hours of work until it is done, once it is understood. */
  left: number;
  /** Hours of thought until it is understood; 0 where nothing is in the way. */
  block: number;
  /** Done, and not right yet: seen by the marking alone. */
  hasSlip: boolean;
  /** Which of the failures shows. */
  failure: number;
  /** How many correctives were given. */
  given: number;
  /** No corrective is given for it. */
  stopsEverything: boolean;
}

/** How far somebody is with a project. */
export interface Work {
  project: SimulatedProject;
  criteria: CriterionWork[];
  begunAt: number | null;
  attempts: number;
  /** What is shown of the pull request. */
  pull: 'none' | 'draft' | 'ready';
  /** Somebody else has the ball. */
  isWaiting: boolean;
  /** They have asked for a person, who has yet to come. */
  helpComes: boolean;
  /** Since when nothing but what is not understood is left to do (ms since 1970), and for how many days of theirs. */
  stuckSince: number | null;
  stuckDays: number;
  isMastered: boolean;
}

export function beginWork(
  random: Random,
  project: SimulatedProject,
  { learners, trouble, marking }: Parameters,
  { ability, pace, isCopier }: Traits,
  mastered: number,
): Work {
  const task = draw(random, learners.task) * pace * project.hours;
  const debt = isCopier ? trouble.block.copiersSlope * Math.min(1, mastered / 5) : 0;
  return {
    project,
    criteria: project.criteria.map((criterion) => {
      const { probability, abilitySlope } = trouble.block;
      const odds =
        Math.log(probability / (1 - probability)) + abilitySlope * (criterion.difficulty - ability) + debt;
      const isBlocked = chance(random, 1 / (1 + Math.exp(-odds)));
      return {
        criterion,
        left: task * criterion.share * (isCopier && !isBlocked ? 0.6 : 1),
        block: isBlocked ? draw(random, trouble.hours) : 0,
        hasSlip: chance(random, marking.slip),
        failure: 1,
        given: 0,
        stopsEverything: isBlocked && chance(random, marking.stopsEverything),
      };
    }),
    begunAt: null,
    attempts: 0,
    pull: 'none',
    isWaiting: false,
    helpComes: false,
    stuckSince: null,
    stuckDays: 0,
    isMastered: false,
  };
}

/**
 * Works for some hours.
 *
 * @returns hours that brought something, and hours that went into what is not understood
 */
export function spend(
  { criteria }: Work,
  hours: number,
  { goesRound }: Pick<Traits, 'goesRound'>,
): { gained: number; lost: number } {
  let left = hours;
  let lost = 0;
  while (left > 0.01) {
    const todo = criteria.filter((each) => each.left > 0);
    const next = (goesRound ? todo.find(({ block }) => block === 0) : undefined) ?? todo[0];
    if (next === undefined) break;
    const amount = Math.min(left, next.block > 0 ? next.block : next.left);
    if (next.block > 0) {
      next.block = settled(next.block - amount);
      lost += amount;
    } else next.left = settled(next.left - amount);
    left -= amount;
  }
  return { gained: hours - left - lost, lost };
}

/** What is left of an amount; the last minute counts for nothing. */
const settled = (amount: number): number => (amount < 0.02 ? 0 : amount);

export const isDone = ({ criteria }: Work): boolean => criteria.every(({ left }) => left === 0);

/** How much is left to do that is not understood. */
export const blocksIn = ({ criteria }: Work): number =>
  criteria.filter(({ left, block }) => left > 0 && block > 0).length;

/** Something is left to do that is not understood. */
export const isBlocked = (work: Work): boolean => blocksIn(work) > 0;

/** Projects that are open to somebody now, and were not before. */
export function opensNow(
  { projects }: SimulatedCourse,
  works: ReadonlyMap<string, Work>,
): SimulatedProject[] {
  return projects.filter(
    ({ slug, needs }) => !works.has(slug) && needs.every((need) => works.get(need)?.isMastered === true),
  );
}
