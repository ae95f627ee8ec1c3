import type { Course } from '../../domain/course/project.ts';
import { standingsOf } from '../graph/standing.ts';
import { missesOf } from '../retention/next-recheck.ts';
import { attemptRecord, attemptsOf, iso, type Attempt } from './attempts.ts';
import type { LearnerRows } from './learner-rows.ts';
import type { MasteryRecord, ProjectRecord, UnitRecord } from './record.ts';
import { skillsOf } from './skills.ts';

/** What is asked of a course here. */
type Graph = Pick<Course, 'title' | 'units' | 'projects'>;

/** Makes a learner's mastery record from what is kept of them. */
export function makeRecord(
  course: Graph,
  rows: LearnerRows,
  learner: { login: string },
  now: number,
): MasteryRecord {
  const attempts = attemptsOf(rows);
  const progress = attempts.map(({ project, decision }) => ({ project, decision, callsStaff: false }));
  const projects = new Map(
    // Somebody may have spent time with them on what they have yet to hand in.
    [...new Set([...attempts, ...rows.sessions].map(({ project }) => project))].map((slug) => [
      slug,
      projectRecord(course, slug, attempts, rows),
    ]),
  );
  const ofUnit = (slugs: readonly string[]): ProjectRecord[] =>
    slugs.flatMap((slug) => projects.get(slug) ?? []);
  const known = new Set(course.units.flatMap((unit) => unit.projects));
  return {
    course: course.title,
    learner: { login: learner.login },
    madeAt: iso(now),
    units: standingsOf(course.units, progress).map(({ unit, state }): UnitRecord => {
      const handedIn = ofUnit(unit.projects);
      return {
        id: unit.id,
        title: unit.title,
        enrichment: unit.enrichment,
        status: state,
        masteredAt: handedIn.flatMap(({ masteredAt }) => masteredAt ?? []).toSorted()[0] ?? null,
        projects: handedIn,
      };
    }),
    formerProjects: ofUnit([...projects.keys()].filter((slug) => !known.has(slug))),
    skills: skillsOf(attempts, (attempt) => rubricOf(course, rows, attempt)),
    reviewsGiven: rows.reviewsGiven.map(({ project, at }) => ({ project, at: iso(at) })),
  };
}

/** The rubric of then, where it was kept; else the one of now. */
export function rubricOf(
  { projects }: Pick<Course, 'projects'>,
  { rubrics }: Pick<LearnerRows, 'rubrics'>,
  { project, told }: Attempt,
) {
  const id = told.marking.madeWith?.rubric;
  return (id === undefined ? undefined : rubrics.get(id)) ?? projects.get(project)?.rubric ?? null;
}

function projectRecord(
  { projects }: Graph,
  slug: string,
  all: readonly Attempt[],
  rows: LearnerRows,
): ProjectRecord {
  const attempts = all.filter(({ project }) => project === slug);
  const rechecks = rows.rechecks.filter(({ project }) => project === slug);
  const masteredAt = attempts.flatMap((each) => each.masteredAt ?? []).toSorted((a, b) => a - b)[0];
  return {
    slug,
    title: projects.get(slug)?.rubric.title ?? slug,
    // What was mastered stays so, whatever is tried afterwards.
    status: masteredAt === undefined ? (attempts.at(-1)?.decision ?? 'not-yet') : 'mastered',
    masteredAt: masteredAt === undefined ? null : iso(masteredAt),
    attempts: attempts.map((attempt, at) => attemptRecord(attempt, at + 1, rows)),
    sessions: rows.sessions
      .filter(({ project }) => project === slug)
      .map(({ minutes, about, criterion, at }) => ({ minutes, about, criterion, at: iso(at) })),
    rechecks: rechecks.map(({ state, at }) => ({ state, at: iso(at) })),
    due: missesOf(rechecks) > 0,
  };
}
