import { expect, test } from 'vitest';
import type { Mutant } from '../../../src/domain/mutants/mutant.ts';
import { sampleOf } from '../../../src/domain/mutants/sample.ts';

const mutant = (file: string, line: number, after: string, reads = `line ${line} ${after}`): Mutant => ({
  file,
  line,
  column: 1,
  before: '+',
  after,
  reads,
  files: new Map(),
});
const ofFile = (file: string, lines: number, each = 3): Mutant[] =>
  Array.from({ length: lines * each }, (_, at) => mutant(file, Math.floor(at / each) + 1, String(at % each)));

const all = [...ofFile('long.ts', 40), ...ofFile('short.ts', 2), ...ofFile('middle.ts', 10)];

test('as many are taken as are asked for, or as there are, in the order in which they stand', () => {
  expect(sampleOf(all, 20, 'a')).toHaveLength(20);
  expect(sampleOf(all, 1000, 'a')).toEqual(all);
  expect(sampleOf(all, 0, 'a')).toEqual([]);
  const taken = sampleOf(all, 20, 'a').map((one) => all.indexOf(one));
  expect(taken).toEqual(taken.toSorted((a, b) => a - b));
});

test('they are spread over the files, and over the lines of each', () => {
  const taken = sampleOf(all, 18, 'a');
  const of = (file: string): number[] => taken.filter((one) => one.file === file).map(({ line }) => line);
  expect([of('long.ts').length, of('middle.ts').length, of('short.ts').length]).toEqual([6, 6, 6]);
  expect(new Set(of('long.ts')).size).toBe(6);
  expect(new Set(of('middle.ts')).size).toBe(6);
  expect(new Set(of('short.ts')).size).toBe(2);
});

test('they are the same ones each time, and others with another seed', () => {
  expect(sampleOf(all, 20, 'a')).toEqual(sampleOf(all, 20, 'a'));
  expect(sampleOf(all, 20, 'a')).not.toEqual(sampleOf(all, 20, 'b'));
});

test('what is written above a line changes nothing about what is taken of it', () => {
  const further = ofFile('long.ts', 40).map((one) => ({ ...one, line: one.line + 7 }));
  const read = (mutants: Mutant[]): string[] => mutants.map(({ reads }) => reads);
  expect(read(sampleOf(further, 12, 'a'))).toEqual(read(sampleOf(ofFile('long.ts', 40), 12, 'a')));
});
