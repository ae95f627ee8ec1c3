import { expect, test } from 'vitest';
import { mutationsOfScripts } from '../../../src/adapters/stryker/mutations.ts';

/** Each change of a program: what stood there, and what stands there then. */
async function changesOf(path: string, program: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(program);
  const mutations = await mutationsOfScripts(new Map([[path, bytes]]));
  return mutations.map(({ start, end, replacement }) => {
    return `${new TextDecoder().decode(bytes.subarray(start, end))} -> ${replacement}`;
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

test('what is no program, or in no language of the tool, has no changes', async () => {
  expect(await changesOf('a.js', 'function (')).toEqual([]);
  expect(await changesOf('notes.txt', 'a < b')).toEqual([]);
});
