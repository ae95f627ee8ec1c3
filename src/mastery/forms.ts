import { createHash } from 'node:crypto';
import type { Project } from '../domain/course/project.ts';

/** Whose attempt it is, and which. */
export interface Attempt {
  /** The project's slug. */
  project: string;
  /** GitHub's number of the learner. */
  learner: number;
  /** Counted from 1, for each project. */
  attempt: number;
}

/**
 * Which of a project's parallel forms an attempt gets; null where it has none. Where a learner begins is as good as drawn by lot, and
 * each further attempt moves on to the next form, so that no two attempts in a row have the same (brief, 'the re-assessment is
 * a parallel form'). The same attempt gets the same form, whenever it is asked for.
 */
export function formOf({ project, learner, attempt }: Attempt, forms: Project['forms']): string | null {
  const names = [...forms.keys()].toSorted();
  return names[(drawn('form', project, learner) + attempt - 1) % names.length] ?? null;
}

/** The form of those whom nobody knows, such as an author at the command line. */
export function firstForm({ slug, forms }: Pick<Project, 'slug' | 'forms'>): string | null {
  return formOf({ project: slug, learner: 0, attempt: 1 }, forms);
}

/** A number below 2^32 that follows from what it is for, for whom: the same each time, and unlike that of anybody else. */
export function drawn(what: string, name: string, learner: number): number {
  return createHash('sha256').update(`${what}\0${name}\0${learner}`).digest().readUInt32BE(0);
}
