import { expect, test } from 'vitest';
import { Limits } from '../../src/domain/course/limits.ts';

test('a rubric that says nothing of limits has sensible ones', () => {
  expect(Limits.parse({})).toEqual({
    callSeconds: 2,
    testSeconds: 5,
    totalSeconds: 60,
    memoryMiB: 256,
    processes: 64,
    outputKiB: 256,
    filesMiB: 32,
    files: 2048,
  });
});

test.each([
  ['files that do not fit into the memory', { memoryMiB: 128, filesMiB: 65 }],
  ['too few processes for the language itself', { processes: 8 }],
  ['more output than can cross', { outputKiB: 1024 }],
  ['no file at all', { files: 0 }],
  ['a limit that there is not', { cpuSeconds: 1 }],
])('%s is refused', (_what, limits) => {
  expect(Limits.safeParse(limits).success).toBe(false);
});
