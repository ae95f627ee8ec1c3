import type { Policies } from '../../domain/course/policies.ts';
import type { Verdict } from '../sign-off.ts';
import { type Share, shareOf } from './wilson.ts';

/** What a machine was sure of and what a person said of the same commit, as their last word. */
export interface Comparison {
  project: string;
  claimed: Verdict['says'];
  says: Verdict['says'];
  /** The rubric asks people about things that no machine looks at. */
  asksPeople: boolean;
  /** Why they said something else. */
  why: string | null;
}

/** How far people and the machine agree on a project. */
export interface Agreement {
  project: string;
  /** Of the last verdicts: in how many they agree. */
  share: Share;
  /** Too little: a person looks at every attempt. */
  personMustLook: boolean;
  /** Where they did not agree, the last first. */
  disagreements: Comparison[];
}

/**
 * Whether the two agree; null where it cannot be told: a person who says 'not yet' of what the tests are met by may have found it
 * in what the rubric asks people alone.
 */
export function agrees({ claimed, says, asksPeople }: Comparison): boolean | null {
  if (claimed === says) return true;
  return claimed === 'mastered' && asksPeople ? null : false;
}

/** Of one or two verdicts nothing follows, whatever an interval says. */
const ENOUGH = 3;

/**
 * How far people and the machine agree on each project. A project is taken from the machine when the interval of the share among
 * the last verdicts lies wholly below the course's bound, so that three of four are no reason yet; it is given back when that share is no
 * longer below it. Between the two nothing changes, so that one verdict does not turn it back and forth. Pure: it follows from the verdicts
 * in their order.
 *
 * @param comparisons the oldest first
 */
export function agreementsOf(
  comparisons: readonly Comparison[],
  { atLeast, last }: Policies['agreement'],
): Agreement[] {
  const projects = [...new Set(comparisons.map(({ project }) => project))].toSorted();
  return projects.map((project) => {
    const told = comparisons.filter((each) => each.project === project && agrees(each) !== null);
    let personMustLook = false;
    for (let end = 1; end <= told.length; end += 1) {
      const { count, of, high } = shareAmong(told.slice(Math.max(0, end - last), end));
      if (of >= ENOUGH && high < atLeast) personMustLook = true;
      else if (count / of >= atLeast) personMustLook = false;
    }
    const lastOnes = told.slice(-last);
    return {
      project,
      share: shareAmong(lastOnes),
      personMustLook,
      disagreements: lastOnes.filter((each) => agrees(each) === false).toReversed(),
    };
  });
}

function shareAmong(comparisons: readonly Comparison[]): Share {
  return shareOf(comparisons.filter((each) => agrees(each) === true).length, comparisons.length);
}
