import type { Rubric } from '../../domain/course/rubric.ts';
import { criteriaIn, iso, type Attempt } from './attempts.ts';
import type { Shown, SkillRecord } from './record.ts';

/** The rubric that an attempt was assessed by; null where it is known no more. */
export type RubricOf = (attempt: Attempt) => Rubric | null;

interface Sight extends Shown {
  skill: string;
  met: boolean;
  time: number;
  mastered: boolean;
}

/** What each attempt says of each skill, the oldest first: by the criteria of the rubric of then. */
function sightsOf(attempts: readonly Attempt[], rubricOf: RubricOf): Sight[] {
  return attempts.flatMap((attempt) => {
    const criteria = rubricOf(attempt)?.stages.flatMap((stage) => stage.criteria) ?? [];
    const time = attempt.masteredAt ?? attempt.at;
    return criteriaIn(attempt.told.marking).flatMap(({ id, met }) =>
      (criteria.find((criterion) => criterion.id === id)?.skills ?? []).map((skill) => ({
        skill,
        project: attempt.project,
        criterion: id,
        at: iso(time),
        time,
        met,
        mastered: attempt.decision === 'mastered',
      })),
    );
  });
}

/**
 * A learner's skills. A skill is mastered with the first mastered work that shows it, and stays so. Where work on another project lacks it
 * later, that is added as a contradiction, and takes nothing away.
 */
export function skillsOf(attempts: readonly Attempt[], rubricOf: RubricOf): SkillRecord[] {
  const sights = sightsOf(attempts, rubricOf);
  return [...new Set(sights.map(({ skill }) => skill))].toSorted().map((skill) => {
    const ofIt = sights.filter((sight) => sight.skill === skill);
    const shown = ofIt.filter(({ met, mastered }) => met && mastered);
    const first = shown.toSorted((a, b) => a.time - b.time)[0];
    const against =
      first === undefined
        ? []
        : ofIt.filter(({ met, time, project }) => !met && time > first.time && project !== first.project);
    return {
      skill,
      masteredAt: first?.at ?? null,
      shown: distinct(shown),
      contradictions: distinct(against),
    };
  });
}

/** The first sight of each criterion: ten pushes that miss the same are one contradiction. */
function distinct(sights: readonly Sight[]): Shown[] {
  const first = new Map<string, Shown>();
  for (const { project, criterion, at } of sights) {
    const key = `${project} ${criterion}`;
    if (!first.has(key)) first.set(key, { project, criterion, at });
  }
  return [...first.values()];
}

/** The skills that were mastered in earlier projects and are missing in the work on this one. */
export function missingAgain(attempts: readonly Attempt[], project: string, rubricOf: RubricOf): string[] {
  const last = attempts.at(-1);
  if (last?.project !== project) return [];
  const missed = new Set(sightsOf([last], rubricOf).flatMap(({ skill, met }) => (met ? [] : [skill])));
  return skillsOf(attempts.slice(0, -1), rubricOf)
    .filter(({ skill, shown }) => missed.has(skill) && shown.some((each) => each.project !== project))
    .map(({ skill }) => skill);
}
