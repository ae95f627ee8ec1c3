import { usageError } from '../domain/errors/usage.ts';
import { projectOf } from '../mastery/graph/parallel-projects.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface CourseAssignOptions {
  course: string;
  format: 'text' | 'json';
  unit: string;
  /** GitHub's number of the learner. */
  learner: number;
  /** Projects that the learner has missed again and again. */
  not: readonly string[];
}

/** `touchstone course assign <unit> <learner>`: which of a unit's projects a learner gets. */
export async function courseAssignCommand(
  { course: dir, format, unit: id, learner, not }: CourseAssignOptions,
  parts: Pick<Parts, 'readCourse'>,
  terminal: Terminal,
): Promise<number> {
  const { units } = await parts.readCourse(dir);
  const unit = units.find((each) => each.id === id);
  if (unit === undefined)
    throw usageError('usage.unknown-unit', { unit: id, known: units.map((each) => each.id) });
  const strange = not.find((slug) => !unit.projects.includes(slug));
  if (strange !== undefined)
    throw usageError('usage.unknown-project', { slug: strange, known: unit.projects });
  const project = projectOf(unit, learner, not);
  terminal.out(
    format === 'json' ? `${JSON.stringify({ unit: id, learner, project }, null, 2)}\n` : `${project ?? ''}\n`,
  );
  return exit.done;
}
