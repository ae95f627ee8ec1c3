import { expect, test } from 'vitest';
import { Packed, pack, unpack } from '../../../../src/similarity/reading/process/packed.ts';
import { read } from '../read.ts';

test('readings come out as they went in', async () => {
  const { files } = await read({ 'a.js': 'let a = f("k");\n', 'b.sql': 'select 1' });
  const sent = Packed.parse(structuredClone(pack(files)));
  expect(unpack(sent)).toEqual(files);
});

test('what another program has packed is not taken', () => {
  const tokens = Uint32Array.from([0, 7, 1]);
  const packed = { words: ['v'], files: [{ path: 'a.js', how: 'parsed' as const, tokens, leaves: tokens }] };
  expect(() => unpack(packed)).toThrow(RangeError);
  const short = { ...packed, files: [{ ...packed.files[0], tokens: Uint32Array.from([0]) }] };
  expect(Packed.safeParse(short).success).toBe(false);
});
