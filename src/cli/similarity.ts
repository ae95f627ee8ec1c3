import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { usageError } from '../domain/errors/usage.ts';
import { compare } from '../similarity/compare.ts';
import type { Findings } from '../similarity/findings.ts';
import { readCohort } from '../similarity/read-cohort.ts';
import { sourceOf } from '../similarity/report/source.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { SimilarityDocument } from './similarity-document.ts';
import { findCohort, type WhichFolders } from './similarity-folders.ts';
import { remarkLines, remarksText, similarityText, worthShowing } from './similarity-text.ts';
import type { Terminal } from './terminal.ts';

export interface SimilarityOptions extends WhichFolders {
  format: 'text' | 'json';
  /** So many pairs at most. */
  top?: number;
  /** Where the report goes. */
  html?: string;
}

/** `touchstone similarity <dir>`: compares the submissions in a folder, each with each. */
export async function similarityCommand(
  { format, top, html, ...which }: SimilarityOptions,
  parts: Pick<Parts, 'readFolder' | 'readSubfolders' | 'openReading'>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { dir, language = null } = which;
  const found = await findCohort(which, parts);
  const reading = await parts.openReading();
  const end = () => {
    reading.close();
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const read = await readCohort(found.cohort, language, reading);
    // Comparing needs the memory.
    reading.close();
    if (signal.aborted) throw usageError('similarity.ended-early', { dir });
    const { cohort } = read;
    const remarks = [...found.remarks.map((remark) => ({ submission: null, ...remark })), ...read.remarks];
    if (cohort.submissions.every(({ files }) => files.length === 0)) {
      terminal.err(remarksText(remarks));
      const why = language === null ? 'no program in a language that is read' : `nothing in ${language}`;
      throw usageError('usage.nothing-to-compare', { dir, why });
    }
    const findings = compare(cohort);
    if (html !== undefined) {
      const { similarityPage } = await import('../similarity/report/page.tsx');
      const page = await similarityPage({
        title: basename(resolve(dir)),
        submissions: cohort.submissions.length,
        findings,
        shown: worthShowing(findings, top),
        remarks: remarkLines(remarks),
        source: sourceOf(found.cohort.submissions),
      });
      await write(html, page);
    }
    if (format === 'json') terminal.out(`${JSON.stringify(documentOf(findings, remarks, top), null, 2)}\n`);
    else {
      terminal.out(similarityText(findings, { of: cohort.submissions.length, top }, terminal));
      terminal.err(remarksText(remarks));
    }
    return exit.done;
  } finally {
    signal.removeEventListener('abort', end);
    reading.close();
  }
}

function documentOf(
  { cut, pairs, groups }: Findings,
  remarks: SimilarityDocument['remarks'],
  top: number | undefined,
): SimilarityDocument {
  return { cut, pairs: pairs.slice(0, top), groups, remarks };
}

/** It shows the work of learners, so it is the caller's alone. */
async function write(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page, { mode: 0o600 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw usageError('usage.report-not-written', { file, reason }, { cause: error });
  }
}
