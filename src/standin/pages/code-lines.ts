import { revParse } from '../git/commits.ts';
import { readBlob } from '../git/content.ts';
import type { Repository, CheckRun } from '../world/entities.ts';
import type { CodeAt } from './checks.tsx';

/** Lines shown before and after those that an annotation means. */
const around = 2;
/** Of a long stretch only the beginning is shown. */
const most = 20;

/** Reads the lines that each annotation speaks of, from the commit that was checked. */
export async function codeLines(repository: Repository, run: CheckRun): Promise<CodeAt> {
  const shown: [CheckRun['annotations'][number], { number: number; text: string }[] | null][] = [];
  for (const annotation of run.annotations) {
    const blob = await revParse(repository.dir, `${run.headSha}:${annotation.path}`);
    const text = blob ? (await readBlob(repository.dir, blob)).toString('utf8') : null;
    shown.push([
      annotation,
      text === null ? null : linesOf(text, annotation.start_line, annotation.end_line),
    ]);
  }
  return new Map(shown);
}

function linesOf(text: string, start: number, end: number): { number: number; text: string }[] {
  const first = Math.max(1, start - around);
  const last = Math.min(end, start + most) + around;
  return text
    .split('\n')
    .slice(first - 1, last)
    .map((line, at) => ({ number: first + at, text: line }));
}
