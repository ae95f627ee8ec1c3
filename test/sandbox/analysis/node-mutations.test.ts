import { expect, test } from 'vitest';
import { mutationsAnalysis } from '../../../src/sandbox/analysis/mutations.ts';
import { filesOf, looking } from './looking.ts';

const { sandbox } = looking('node');

/** Each change of a program: what stood there, and what stands there then. */
async function changesOf(path: string, program: string, others: Record<string, string> = {}) {
  const files = filesOf({ ...others, [path]: program });
  const outcome = await sandbox.analyse({
    grader: 'node',
    submission: files,
    analysis: mutationsAnalysis,
    signal: new AbortController().signal,
  });
  if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
  const content = Buffer.from(files.get(path)!);
  return outcome.report.mutations.map(({ file, start, end, replacement }) => {
    expect(file).toBe(path);
    return `${content.subarray(start, end).toString()} -> ${replacement}`;
  });
}

test('TypeScript is changed at its places, which are bytes, whatever ends its lines', async () => {
  const changes = await changesOf(
    'price.ts',
    '// ä ö\r\nexport const free = (age: number): boolean =>\r\n  "é" < "ü" && age < 6;\r\n',
  );
  expect(changes).toContain('age < 6 -> age <= 6');
  expect(changes).toContain('"é" < "ü" && age < 6 -> "é" < "ü" || age < 6');
  expect(changes).toContain('"ü" -> ""');
});

test('what is thrown stays as it is, and the block around it does not', async () => {
  const changes = await changesOf('a.js', 'function f() {\n  throw new RangeError("no" + "thing");\n}\n');
  expect(changes).toEqual(['{\n  throw new RangeError("no" + "thing");\n} -> {}']);
});

test('what is no program, or in no language of the tool, has no changes, and costs the others none', async () => {
  const others = { 'b.js': 'function (', 'notes.txt': 'a < b', 'types.d.ts': 'declare const a = 1;' };
  expect(await changesOf('a.js', 'export const a = (b) => b + 1;\n', others)).toEqual([
    '(b) => b + 1 -> () => undefined',
    'b + 1 -> b - 1',
  ]);
});

test('a program that the tool dies of has none, and the others have theirs', async () => {
  const deep = `export const a = ${'['.repeat(40_000)}${']'.repeat(40_000)};\n`;
  expect(await changesOf('z.js', 'export const a = (b) => b + 1;\n', { 'a.js': deep })).toContain(
    'b + 1 -> b - 1',
  );
});
