import type { Files } from '../pairs/copy-script.ts';

/** Where a fragment came to lie: lines from 1, both ends included. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const BEGIN = '@@begin ';
const END = '@@end ';

/** The code between two lines of comment that say where it begins and ends. Those lines go away again. */
export const fenced = (code: string, id: string, comment: '//' | '#'): string =>
  `${comment}${BEGIN}${id}\n${code.replace(/\n+$/, '')}\n${comment}${END}${id}`;

/** The files without the lines of comment, and where each fenced code stands now. */
export const unfenced = (files: Files): { files: Files; spans: ReadonlyMap<string, Span> } => {
  const spans = new Map<string, Span>();
  const entries = Object.entries(files).map(([file, text]) => {
    const kept: string[] = [];
    const open = new Map<string, number>();
    for (const line of text.split('\n')) {
      const begins = line.split(BEGIN)[1];
      const ends = line.split(END)[1];
      if (begins !== undefined) open.set(begins.trim(), kept.length + 1);
      else if (ends !== undefined)
        spans.set(ends.trim(), { file, start: open.get(ends.trim()) ?? 1, end: kept.length });
      else kept.push(line);
    }
    return [file, kept.join('\n')] as const;
  });
  return { files: Object.fromEntries(entries), spans };
};
