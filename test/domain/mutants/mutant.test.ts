import { describe, expect, test } from 'vitest';
import { mutantOf, nameOfMutant } from '../../../src/domain/mutants/mutant.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A mutant of a text in which one piece is replaced. */
function mutant(content: string, from: string, to: string) {
  const start = Buffer.byteLength(content.slice(0, content.indexOf(from)));
  return mutantOf(
    new Map([
      ['shop/price.ts', text(content)],
      ['other.ts', text('1')],
    ]),
    {
      file: 'shop/price.ts',
      start,
      end: start + Buffer.byteLength(from),
      replacement: to,
    },
  )!;
}

describe('a mutant is called after its place and what is different', () => {
  test.each([
    ['an operator in a longer piece', 'if (a > b) {}', 'a > b', 'a >= b', '1 changed > to >='],
    ['an operator between others', 'x = (a + b) * c', '(a + b) * c', '(a + b) / c', '1 changed * to /'],
    ['what is gone', 'if (!a.b) {}', '!a.b', 'a.b', '1 removed !'],
    ['what is put in', 'if (a) {}', 'a', '!a', '1 added !'],
    ['an empty block', '\nf() {\n  a();\n}', '{\n  a();\n}', '{}', '3 removed a();'],
    [
      'no half pairs of brackets',
      'f = (a) => a',
      '(a) => a',
      '() => undefined',
      '1 changed (a) => a to () => undefined',
    ],
    ['what is only set otherwise', 'f( a ) < 1', 'f( a ) < 1', 'f(a) <= 1', '1 changed < to <='],
    ['signs of more than one byte', 'é = "é" + a', '+', '-', '1 changed + to -'],
  ])('%s', (_what, content, from, to, name) => {
    expect(nameOfMutant(mutant(content, from, to))).toBe(`shop/price.ts:${name}`);
  });
});

test('it is the whole answer with the change, and says how the line reads then', () => {
  const { files, line, column, reads } = mutant('// é\n  if (a > b) {}\n', 'a > b', 'a >= b');
  expect({ line, column, reads }).toEqual({ line: 2, column: 9, reads: 'if (a >= b) {}' });
  expect([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['shop/price.ts', '// é\n  if (a >= b) {}\n'],
    ['other.ts', '1'],
  ]);
});

test('a change of nothing, or beyond the file, is none', () => {
  const answer = new Map([['a.ts', text('a')]]);
  expect(mutantOf(answer, { file: 'a.ts', start: 0, end: 1, replacement: 'a' })).toBeNull();
  expect(mutantOf(answer, { file: 'a.ts', start: 0, end: 2, replacement: 'b' })).toBeNull();
  expect(mutantOf(answer, { file: 'b.ts', start: 0, end: 1, replacement: 'b' })).toBeNull();
});
