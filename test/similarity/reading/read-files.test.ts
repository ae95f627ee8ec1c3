import { expect, test } from 'vitest';
import { read, saying } from './read.ts';

test.each([
  ['a.js', 'function f( { ] ] ) not a program at all @@'],
  ['a.py', 'def f(:\n  ]]] this is ( no program\n'],
])('%s that is no program is read as its words', async (path, text) => {
  const { files, remarks } = await read({ [path]: text });
  expect(files).toMatchObject([{ path, how: 'words' }]);
  expect(remarks).toMatchObject([{ path, says: 'read-as-words' }]);
});

test('one slip in a program does not hide the rest of it', async () => {
  const rest = 'function f(a) { return a + 1; }\n'.repeat(20);
  const { files, remarks } = await read({ 'a.js': `${rest}let = ;\n${rest}` });
  expect(files).toMatchObject([{ how: 'parsed' }]);
  expect(remarks).toEqual([]);
});

test('what no grammar is there for is read by its words, and nothing is said of it', async () => {
  const { files, remarks } = await read({ 'a.sql': "SELECT a, b\nFROM t -- hi\nWHERE b = 'it''s -- x'" });
  expect(saying(files[0]?.tokens ?? [])).toBe(
    "select name:a name:b from name:t where name:b = text:it''s -- x",
  );
  expect(files[0]?.tokens.map(({ line }) => line)).toEqual([1, 1, 1, 2, 2, 3, 3, 3, 3]);
  expect(files[0]?.how).toBe('words');
  expect(remarks).toEqual([]);
});

test('other files are not read', async () => {
  expect(await read({ 'README.md': '# Hi', 'data.json': '{}', LICENSE: 'MIT' })).toEqual({
    files: [],
    remarks: [],
  });
});

test('with a language, nothing but that is read, and files whose name tells none', async () => {
  const files = { 'a.py': 'a = 1\n', 'b.js': 'b', main: 'c = 1\n', 'd.txt': 'd = 1\n', LICENSE: 'MIT' };
  const found = await read(files, { only: 'python' });
  expect(found.files.map(({ path, how }) => [path, how])).toEqual([
    ['a.py', 'parsed'],
    ['main', 'parsed'],
    ['d.txt', 'parsed'],
  ]);
});

test('beyond the limit nothing more is read, and it is said', async () => {
  const { files, remarks } = await read({ 'a.js': 'f(a, b, c);', 'b.js': 'f();' }, { tokens: 3 });
  expect(files.map(({ path }) => path)).toEqual(['a.js']);
  expect(remarks).toEqual([{ path: 'b.js', says: 'left-out', why: '3 words were read before it' }]);
});

test('what is nested deeper than anybody writes is read as its words', async () => {
  const deep = `f(${'[\n'.repeat(2_000)}${']\n'.repeat(2_000)});`;
  const { files } = await read({ 'a.js': deep });
  expect(files).toMatchObject([{ how: 'words' }]);
});

test('assignments that are nested do not grow beyond bounds', async () => {
  const { files } = await read(
    { 'a.js': `${'a['.repeat(200)}0${'] += 1'.repeat(200)};` },
    { tokens: 10_000 },
  );
  expect(files[0]?.how).toBe('parsed');
  expect(files[0]?.tokens.length).toBeLessThan(10_000);
});
