import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../../graders/node/runner/batches.ts';

const orderOf = (nodeTest: string[], vitest: string[]) =>
  batchesOf({ nodeTest, vitest }).map(({ framework, files }) => `${framework}: ${files.join(' ')}`);

describe('the batches of an exam', () => {
  test('every node:test file has a process of its own', () => {
    expect(orderOf(['public/a', 'hidden/b'], [])).toEqual(['node:test: public/a', 'node:test: hidden/b']);
  });
  test('files of vitest share one, the public ones first', () => {
    expect(orderOf([], ['public/a', 'hidden/b'])).toEqual(['vitest: public/a hidden/b']);
  });
  test('public files come first, whatever their framework is', () => {
    expect(orderOf(['hidden/a'], ['public/b'])).toEqual(['vitest: public/b', 'node:test: hidden/a']);
    expect(orderOf(['public/a', 'hidden/a'], ['public/b', 'hidden/b'])).toEqual([
      'node:test: public/a',
      'vitest: public/b',
      'node:test: hidden/a',
      'vitest: hidden/b',
    ]);
    expect(orderOf(['public/a'], ['public/b', 'hidden/b'])).toEqual([
      'node:test: public/a',
      'vitest: public/b hidden/b',
    ]);
  });
  test('nothing to run is no batch', () => {
    expect(orderOf([], [])).toEqual([]);
  });
});
