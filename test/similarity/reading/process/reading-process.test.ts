import { afterEach, expect, test } from 'vitest';
import { readingLimits } from '../../../../src/similarity/reading/limits.ts';
import {
  startReading,
  type ReadingProcess,
} from '../../../../src/similarity/reading/process/reading-process.ts';

const filesOf = (files: Readonly<Record<string, string>>): Map<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

let reading: ReadingProcess;
afterEach(() => {
  reading.close();
});

const honest = filesOf({ 'a.js': 'let a = 1;\n' });
// Takes the parser time that grows with its square: 20 s and more.
const endless = '<div>\n'.repeat(80_000);

test('reads submissions one after the other', async () => {
  reading = startReading();
  const [one, two] = await Promise.all([reading.read(honest, null), reading.read(honest, null)]);
  expect(one.files).toMatchObject([{ path: 'a.js', how: 'parsed' }]);
  expect(two).toEqual(one);
});

test('a file that keeps the parser for ever costs nothing but its own parts', async () => {
  reading = startReading({ ...readingLimits, submissionMs: 6_000 });
  const hostile = reading.read(filesOf({ 'b.js': 'f(1);\n', 'a.html': endless }), null);
  const others = reading.read(honest, null);
  const { files, remarks } = await hostile;
  expect(remarks[0]).toMatchObject({ path: 'a.html', why: 'reading it took too long' });
  // On a very slow machine all of it may be left out.
  for (const { path, how } of files)
    expect([path, how]).toEqual([path, path === 'b.js' ? 'parsed' : 'words']);
  expect((await others).files).toMatchObject([{ path: 'a.js', how: 'parsed' }]);
}, 60_000);

test('a submission that takes all memory is left out, and the others go on', async () => {
  reading = startReading({ ...readingLimits, memoryMiB: 64, tokens: 10_000_000 });
  const large = filesOf({ 'a.js': 'x = x + 1;\n'.repeat(200_000) });
  const hostile = reading.read(large, null);
  const others = reading.read(honest, null);
  const { files, remarks } = await hostile;
  expect(files).toEqual([]);
  expect(remarks).toEqual([{ path: null, says: 'left-out', why: 'reading it took too much memory' }]);
  expect((await others).files).toMatchObject([{ path: 'a.js', how: 'parsed' }]);
}, 120_000);

test.each([
  ['100,000 open brackets', 'a.js', '[\n'.repeat(100_000)],
  ['100,000 brackets in each other', 'a.py', `a = ${'[\n'.repeat(100_000)}${']\n'.repeat(100_000)}`],
  ['40,000 classes in each other', 'a.java', 'class A {\n'.repeat(40_000)],
  ['40,000 conditions in each other', 'a.ts', 'if(a);else\n'.repeat(40_000)],
  ['100,000 rules in each other', 'a.css', 'a{\n'.repeat(100_000)],
])(
  '%s are read as words',
  async (_name, path, text) => {
    reading = startReading();
    const { files, remarks } = await reading.read(filesOf({ [path]: text }), null);
    expect(files).toMatchObject([{ path, how: 'words' }]);
    expect(remarks).toMatchObject([{ path, says: 'read-as-words' }]);
  },
  60_000,
);

test('what was asked beside a submission that ended the process is read all the same', async () => {
  reading = startReading({ ...readingLimits, memoryMiB: 64, tokens: 10_000_000 });
  const large = filesOf({ 'a.js': 'x = x + 1;\n'.repeat(200_000) });
  const all = await Promise.all(
    [large, ...Array.from({ length: 9 }, () => honest)].map((files) => reading.read(files, null)),
  );
  expect(all.map(({ files }) => files.length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(all.slice(1).flatMap(({ remarks }) => remarks)).toEqual([]);
}, 120_000);

test('a process that was closed reads nothing more', async () => {
  reading = startReading();
  const asked = reading.read(honest, null);
  reading.close();
  expect((await asked).files).toEqual([]);
});
