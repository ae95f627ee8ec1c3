import type { Place } from '../findings.ts';
import { CHANNELS, SHAPE } from '../fingerprints/channels.ts';
import type { Fingerprinted, FingerprintedFile } from '../fingerprints/fingerprinted.ts';
import { printsOf } from '../fingerprints/sequence.ts';

/** So many tokens in a row are long enough to say where a part came from, and short enough to outlive an edit beside it. */
const WIDTH = 5;

const AT = CHANNELS.indexOf(SHAPE);

/** The fingerprints of a file in canonical form, each with the line on which it begins and the one on which it ends. */
export function partsOf({
  sequences,
}: Pick<FingerprintedFile, 'sequences'>): { print: number; from: number; to: number }[] {
  const sequence = sequences[AT];
  if (sequence === undefined) return [];
  return [...printsOf(sequence, WIDTH)].map((print, at) => ({
    print,
    from: sequence.lines[at] ?? 0,
    to: sequence.lines[at + WIDTH - 1] ?? 0,
  }));
}

/** The lines in some places of a work on which one of some fingerprints begins, each as a place of its own. */
export function linesWith(
  { files }: Pick<Fingerprinted, 'files'>,
  places: readonly Place[],
  prints: ReadonlySet<number>,
): Place[] {
  return files.flatMap((file) => {
    const here = places.filter((place) => place.file === file.path);
    const isHere = (line: number) => here.some(({ start, end }) => start <= line && line <= end);
    const lines = partsOf(file).flatMap(({ print, from }) =>
      prints.has(print) && isHere(from) ? [from] : [],
    );
    return [...new Set(lines)].map((line) => ({ file: file.path, start: line, end: line }));
  });
}

/** The fingerprints of what stands in some places of a work. */
export function partsWithin({ files }: Pick<Fingerprinted, 'files'>, places: readonly Place[]): Set<number> {
  const prints = new Set<number>();
  for (const file of files) {
    const here = places.filter((place) => place.file === file.path);
    if (here.length === 0) continue;
    for (const { print, from, to } of partsOf(file))
      if (here.some(({ start, end }) => start <= from && to <= end)) prints.add(print);
  }
  return prints;
}
