import type { Project } from '../domain/course/project.ts';
import { drawn } from '../domain/drawn.ts';

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

/**
 * The form that a re-check is marked with: another one than that of the first attempt, where there is one.
 *
 * @param step which re-check it is, counted from 0
 */
export function formOfRecheck(
  { slug, forms }: Pick<Project, 'slug' | 'forms'>,
  learner: number,
  step: number,
): string | null {
  return formOf({ project: slug, learner, attempt: step + 2 }, forms);
}
