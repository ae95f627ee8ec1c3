import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { usageError } from '../domain/errors/usage.ts';
import { Marking } from '../domain/results.ts';
import { replay } from '../mastery/replay.ts';
import { rubricId } from '../mastery/rubric-id.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface ReplayOptions {
  file: string;
  course: string;
  format: 'text' | 'json';
}

const { decision, doubts, stages, feedback } = Marking.shape;
/** What a decision says, apart from what it was made of. */
const Concluded = z.object({ decision, doubts, stages, feedback });

/** `touchstone replay <file>`: makes the decision of a stored marking again from its evidence, and says whether it is the same. */
export async function replayCommand(
  { file, course: dir, format }: ReplayOptions,
  parts: Pick<Parts, 'readCourse'>,
  terminal: Terminal,
): Promise<number> {
  const stored = Marking.safeParse(await readJson(file));
  if (!stored.success) throw usageError('usage.no-marking', { file, problem: z.prettifyError(stored.error) });
  const { data } = stored;
  const course = await parts.readCourse(dir, () => undefined);
  const project = course.projects.get(data.project);
  if (project === undefined)
    throw usageError('usage.unknown-project', { slug: data.project, known: [...course.projects.keys()] });
  const rubric = rubricId(project.rubric);
  const sameRubric = data.madeWith === undefined || data.madeWith.rubric === rubric;
  const again = replay(data, project.rubric);
  const { decision } = data;
  // Read in the same way, so that both have their keys in the same order.
  const same = JSON.stringify(Concluded.parse(data)) === JSON.stringify(Concluded.parse(again));
  if (format === 'json') terminal.out(`${JSON.stringify({ ...again, sameRubric, same }, null, 2)}\n`);
  else {
    terminal.out(`From its evidence the decision is: ${again.decision ?? 'none'}.\n`);
    terminal.out(
      same
        ? 'The record says the same, word for word.\n'
        : `The record differs; it says: ${decision ?? 'none'}.\n`,
    );
    if (!sameRubric)
      terminal.err(
        `Warning: the rubric has changed since (it was made with ${data.madeWith?.rubric.slice(0, 12) ?? ''} at commit ${data.madeWith?.courseCommit ?? 'unknown'}).\n`,
      );
  }
  return same ? exit.done : exit.notYet;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw usageError('usage.no-marking', { file, problem: String(error) }, { cause: error });
  }
}
