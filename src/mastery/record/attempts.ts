import type { DecisionName } from '../../domain/course/decision.ts';
import type { CriterionResult, Marking } from '../../domain/results.ts';
import type { GivenVerdict, LearnerRows, ToldMarking } from './learner-rows.ts';
import type { AttemptRecord, Found, Missed } from './record.ts';

/**
 * An attempt as it counts: the last that was told of a commit, and the last that a person has said of it. Mastery stands, whatever the
 * same commit comes to later, in another pull request or by an assessment that has changed; only a person may say otherwise.
 */
export interface Attempt {
  project: string;
  commit: string;
  /** When it was told for the first time. */
  at: number;
  told: ToldMarking;
  /** When marking found mastery for the first time; null where it never did. */
  foundMasteredAt: number | null;
  verdict: GivenVerdict | null;
  decision: AttemptRecord['decision'];
  /** When its decision became mastery; null where it is none. */
  masteredAt: number | null;
}

/** A learner's attempts in the order in which they were told. What came to no decision is none. */
export function attemptsOf({ told, verdicts }: Pick<LearnerRows, 'told' | 'verdicts'>): Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const each of told) {
    const found = each.marking.decision;
    if (found === null) continue;
    const { project, commit } = each;
    const key = `${project} ${commit}`;
    const before = attempts.get(key);
    const said = verdicts.filter((one) => one.project === project && one.commit === commit);
    const verdict = said.at(-1) ?? null;
    const foundMasteredAt = before?.foundMasteredAt ?? (found === 'mastered' ? each.at : null);
    const decision = verdict?.says ?? (foundMasteredAt === null ? found : 'mastered');
    const since = [foundMasteredAt, verdict === null ? null : firstOfTheLast(said)].flatMap((at) => at ?? []);
    attempts.set(key, {
      project,
      commit,
      at: before?.at ?? each.at,
      // What mastery has shown stands too.
      told: decision === 'mastered' && before !== undefined && isLess(found, before) ? before.told : each,
      foundMasteredAt,
      verdict,
      decision,
      masteredAt: decision === 'mastered' ? Math.min(...since) : null,
    });
  }
  return [...attempts.values()];
}

const ORDER: readonly DecisionName[] = ['not-yet', 'awaiting-review', 'mastered'];

/** Whether marking found less than what an attempt shows already. */
function isLess(found: DecisionName, { told }: Attempt): boolean {
  const { decision } = told.marking;
  return decision !== null && ORDER.indexOf(found) < ORDER.indexOf(decision);
}

/** When people began to say what they have said last: whoever says it once more makes nothing of it later. */
function firstOfTheLast(said: readonly GivenVerdict[]): number {
  const last = said.at(-1);
  const from = said.findLastIndex(({ says }) => says !== last?.says) + 1;
  return said[from]?.at ?? 0;
}

export const criteriaIn = ({ stages }: Pick<Marking, 'stages'>): CriterionResult[] =>
  stages.filter(({ status }) => status === 'completed').flatMap(({ criteria }) => criteria);

/** An attempt as the record shows it. */
export function attemptRecord(
  attempt: Attempt,
  number: number,
  { reviews }: Pick<LearnerRows, 'reviews'>,
): AttemptRecord {
  const { project, commit, at, told, verdict, decision } = attempt;
  const { marking, pullRequest } = told;
  return {
    number,
    at: iso(at),
    commit,
    pullRequest,
    decision,
    rubric: marking.madeWith?.rubric ?? null,
    form: marking.stages.find(({ form }) => form !== undefined)?.form ?? null,
    stages: marking.stages.map(({ id, status, score, threshold, met }) => ({
      id,
      status,
      score,
      threshold,
      met,
    })),
    run: told.run,
    found: foundIn(marking),
    missed: missedIn(marking),
    signedBy: verdict === null ? null : 'staff',
    signed:
      verdict === null
        ? null
        : { at: iso(verdict.at), says: verdict.says, why: verdict.why, found: verdict.found },
    reviews: reviews
      .filter((review) => review.project === project && review.commit === commit)
      .map(({ as, says, at: given }) => ({ as, says, at: iso(given) })),
  };
}

function foundIn({ stages }: Pick<Marking, 'stages'>): Found[] {
  return stages
    .filter(({ status }) => status === 'completed')
    .flatMap(({ id: stage, criteria }) =>
      criteria.map(({ id, title, met, score, evidence }) => ({
        stage,
        criterion: id,
        title,
        met,
        score,
        evidence: evidence.map(({ id: name, status, count }) => ({
          id: name,
          status,
          ...(count === undefined ? {} : { count }),
        })),
      })),
    );
}

function missedIn(marking: Marking): Missed[] {
  return criteriaIn(marking)
    .filter(({ met }) => !met)
    .map(({ id, title }) => {
      const step = marking.feedback.find(({ criterion }) => criterion === id);
      const given = step?.corrective ?? null;
      return {
        criterion: id,
        title,
        corrective: step === undefined || given === null ? null : { ...given, text: step.next },
      };
    });
}

export const iso = (at: number): string => new Date(at).toISOString();
