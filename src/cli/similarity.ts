import { usageError } from '../domain/errors/usage.ts';
import { compare } from '../similarity/compare.ts';
import type { Findings } from '../similarity/findings.ts';
import { readCohort, type CohortRemark } from '../similarity/read-cohort.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import { findCohort, type WhichFolders } from './similarity-folders.ts';
import { remarksText, similarityText } from './similarity-text.ts';
import type { Terminal } from './terminal.ts';

export interface SimilarityOptions extends WhichFolders {
  format: 'text' | 'json';
  /** So many pairs at most. */
  top?: number;
}

/** `touchstone similarity <dir>`: compares the submissions in a folder, each with each. */
export async function similarityCommand(
  { format, top, ...which }: SimilarityOptions,
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
    if (signal.aborted) throw usageError('similarity.ended-early', { dir });
    const { cohort } = read;
    const remarks = [...found.remarks.map((remark) => ({ submission: null, ...remark })), ...read.remarks];
    if (cohort.submissions.every(({ files }) => files.length === 0)) {
      terminal.err(remarksText(remarks));
      const why = language === null ? 'no program in a language that is read' : `nothing in ${language}`;
      throw usageError('usage.nothing-to-compare', { dir, why });
    }
    const findings = compare(cohort);
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
  remarks: readonly (Omit<CohortRemark, 'submission'> & { submission: string | null })[],
  top: number | undefined,
) {
  return { cut, pairs: pairs.slice(0, top), groups, remarks };
}
