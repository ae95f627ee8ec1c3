import type { MeasureName } from '../../../../src/domain/course/evidence.ts';
import type { Duplication, Measured, MeasuredPlace } from '../../../../src/sandbox/analysis/style.ts';
import { isProgram } from '../files/language.ts';
import type { Submitted } from '../files/submitted.ts';
import { lookInto, type Reading } from '../read-files.ts';
import type { Found } from '../readers/reader.ts';
import { couplings, importCycles } from './modules/measures.ts';
import type { Module } from './modules/graph.ts';
import { type FileMeasured, MOST_PARTS, type PartMeasure } from './own-share.ts';

const NONE: ReadonlyMap<Submitted, Found> = new Map();

/** What there is to measure by. */
export interface Measurable {
  /** The files that were looked at, in the order of their paths. */
  read: readonly Submitted[];
  reading: Reading;
  duplication: Duplication | null;
}

/** What is measured is what the submission itself has; one number for each measure that was asked for. */
export async function measuresOf(
  asked: readonly MeasureName[],
  { read, reading, duplication }: Measurable,
): Promise<Measured[]> {
  if (asked.length === 0) return [];
  const untouched = asked.includes('import-cycles') ? await startersOwn(read, reading) : NONE;
  const modules = modulesOf(read, untouched);
  return asked.map((measure): Measured => {
    switch (measure) {
      case 'duplication':
        return { measure, value: duplication?.percent ?? 0, places: repetitions(duplication) };
      case 'import-cycles':
        return { measure, ...importCycles(modules) };
      case 'coupling':
        return { measure, ...worst(couplings(modules, new Set(reading.starter.keys()))) };
      case 'file-lines':
      case 'function-lines':
      case 'nesting':
      case 'unrelated-parts':
        return { measure, ...worst(read.flatMap((file) => partsOf(file, measure))) };
    }
  });
}

function worst(places: readonly (MeasuredPlace & { value: number })[]): Omit<Measured, 'measure'> {
  const sorted = places.toSorted((one, other) => other.value - one.value);
  return { value: sorted[0]?.value ?? 0, places: sorted.slice(0, MOST_PARTS) };
}

function partsOf(
  { path, lines, language, why, unread, found }: Submitted,
  measure: PartMeasure,
): (MeasuredPlace & { value: number })[] {
  if (why !== null || !isProgram(language)) return [];
  const measured: FileMeasured | null = found?.measured ?? null;
  if (measured !== null) return measured.parts[measure].map((part) => ({ file: path, ...part }));
  // Nobody is to have a short file because it is too long to be read.
  if (measure !== 'file-lines' || unread === null || lines === 0) return [];
  const message = `this file could not be read to its end, and has ${lines} lines`;
  return [{ file: path, line: 1, column: 1, value: lines, message }];
}

/** What the starter's files import that are as they were: a cycle may go through them. */
async function startersOwn(
  read: readonly Submitted[],
  reading: Reading,
): Promise<ReadonlyMap<Submitted, Found>> {
  const files = read.filter(({ why, language }) => why === 'starter' && isProgram(language));
  return lookInto(files, { ...reading, starter: new Map() });
}

function modulesOf(read: readonly Submitted[], untouched: ReadonlyMap<Submitted, Found>): Module[] {
  return read.flatMap((file): Module[] => {
    const { path, language, why, found } = file;
    if (language === null || !isProgram(language) || (why !== null && why !== 'starter')) return [];
    const counted = why === null;
    const measured = (counted ? found : untouched.get(file))?.measured;
    const imports = measured?.imports ?? [];
    return [
      {
        path,
        language,
        counted,
        imports,
        moreImports: measured?.moreImports ?? 0,
        importsBefore: counted ? (measured?.importsBefore ?? []) : imports,
      },
    ];
  });
}

function repetitions(duplication: Duplication | null): MeasuredPlace[] {
  return (duplication?.clones ?? []).slice(0, MOST_PARTS).map(({ a, b }) => {
    const other = a.file === b.file ? 'this file' : `\`${b.file.slice(-300)}\``;
    const message = `lines ${a.start} to ${a.end} repeat lines ${b.start} to ${b.end} of ${other}`;
    return { file: a.file, line: a.start, column: 1, value: null, message };
  });
}
