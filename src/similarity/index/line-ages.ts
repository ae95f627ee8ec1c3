import type { Place } from '../findings.ts';
import type { Fingerprinted } from '../fingerprints/fingerprinted.ts';
import { partsOf } from './own-parts.ts';
import type { AgedReading } from './stored-reading.ts';

type Aged = Pick<AgedReading, 'path' | 'since'>;

/** A learner's work before this one, and how old each line of it was. */
export interface WorkBefore {
  work: Fingerprinted;
  ages: readonly Aged[];
}

/**
 * How old each line of a work is: what stood in the learner's work before it is as old as it was there, wherever it stands now and whatever it
 * is called. A line most of whose parts are new is new. Times are milliseconds since 1970.
 */
export function lineAges(
  { files }: Pick<Fingerprinted, 'files'>,
  before: WorkBefore | null,
  now: number,
): Aged[] {
  const known = before === null ? new Map<number, number>() : agesOfParts(before);
  return files.map((file) => {
    const ages = new Map<number, number[]>();
    for (const { print, from } of partsOf(file))
      ages.set(from, [...(ages.get(from) ?? []), known.get(print) ?? now]);
    const last = Math.max(0, ...ages.keys());
    const since = Array.from({ length: last }, (_, at) => middle(ages.get(at + 1) ?? []) ?? now);
    return { path: file.path, since };
  });
}

/** Of each part of a work, since when the learner has had it. */
function agesOfParts({ work, ages }: WorkBefore): Map<number, number> {
  const oldest = new Map<number, number>();
  for (const file of work.files) {
    const since = ages.find(({ path }) => path === file.path)?.since ?? [];
    for (const { print, from } of partsOf(file)) {
      const age = since[from - 1];
      if (age !== undefined) oldest.set(print, Math.min(age, oldest.get(print) ?? Infinity));
    }
  }
  return oldest;
}

/** Since when a learner has had what stands in some places of their work: most of it, as a line may be older by chance. Null where nothing stands there. */
export function ageOf(files: readonly Aged[], places: readonly Place[]): number | null {
  const ages = places.flatMap(({ file, start, end }) =>
    (files.find(({ path }) => path === file)?.since ?? []).slice(start - 1, end),
  );
  return middle(ages);
}

/** Of an even number, the later one. */
function middle(ages: readonly number[]): number | null {
  return ages.toSorted((a, b) => a - b)[Math.floor(ages.length / 2)] ?? null;
}
