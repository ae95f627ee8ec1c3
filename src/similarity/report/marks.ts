import type { Fragment, Place } from '../findings.ts';

/** So many colours there are; further fragments begin again with the first. */
export const COLOURS = 8;

export type Side = 'a' | 'b';

/** One line of code, as it is shown. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
  /** The fragment that it is part of, from 0; null: of none. */
  fragment: number | null;
}

/** A file's lines, each with the fragment of a pair that it is part of. Where two lay claim to a line, the first has it. */
export function markedLines(
  lines: readonly string[],
  file: string,
  fragments: readonly Fragment[],
  side: Side,
): Line[] {
  return lines.map((text, at) => {
    const number = at + 1;
    const fragment = fragments.findIndex(({ [side]: place }) => place.file === file && holds(place, number));
    return { number, text, fragment: fragment === -1 ? null : fragment };
  });
}

/** The lines of one place, in the colour of one fragment. */
export function linesAt(lines: readonly string[], { start, end }: Place, fragment: number): Line[] {
  return lines.slice(start - 1, end).map((text, at) => ({ number: start + at, text, fragment }));
}

const holds = ({ start, end }: Place, line: number): boolean => start <= line && line <= end;

/** The files of one side of a pair that have something of a fragment, in the order of the fragments. */
export const filesOf = (fragments: readonly Fragment[], side: Side): string[] => [
  ...new Set(fragments.map(({ [side]: place }) => place.file)),
];
