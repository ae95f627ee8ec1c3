import { expect, test } from 'vitest';
import { filesOf, linesAt, markedLines } from '../../../src/similarity/report/marks.ts';

const place = (file: string, start: number, end: number) => ({ file, start, end });
const fragments = [
  { a: place('x.js', 2, 3), b: place('y.js', 1, 2) },
  { a: place('x.js', 3, 4), b: place('z.js', 5, 6) },
  { a: place('w.js', 1, 1), b: place('y.js', 9, 9) },
];

test('a line belongs to the first fragment that has it', () => {
  const lines = markedLines(['a', 'b', 'c', 'd', 'e'], 'x.js', fragments, 'a');
  expect(lines.map(({ number, fragment }) => [number, fragment])).toEqual([
    [1, null],
    [2, 0],
    [3, 0],
    [4, 1],
    [5, null],
  ]);
});

test('shows the files that have something of a fragment, each once', () => {
  expect(filesOf(fragments, 'a')).toEqual(['x.js', 'w.js']);
  expect(filesOf(fragments, 'b')).toEqual(['y.js', 'z.js']);
});

test('cuts a place out of a file, whatever the file is like by now', () => {
  expect(linesAt(['a', 'b', 'c'], place('x.js', 2, 3), 4)).toEqual([
    { number: 2, text: 'b', fragment: 4 },
    { number: 3, text: 'c', fragment: 4 },
  ]);
  expect(linesAt([], place('x.js', 2, 3), 0)).toEqual([]);
});
