import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, quoted, unmarked } from '../../src/domain/marked-text.ts';
import { visibleLine } from '../../src/domain/visible-text.ts';

describe('marked text', () => {
  it.each([
    ['no code at all', [['prose', 'no code at all']]],
    [
      'find `map` out',
      [
        ['prose', 'find '],
        ['code', 'map'],
        ['prose', ' out'],
      ],
    ],
    [
      'two ``a`b`` fences',
      [
        ['prose', 'two '],
        ['code', 'a`b'],
        ['prose', ' fences'],
      ],
    ],
    ['one ` alone', [['prose', 'one ` alone']]],
    ['`` ` ``', [['code', '`']]],
    ['`a``b`', [['code', 'a``b']]],
    ['', []],
  ])('%s', (text, parts) => {
    expect(partsOf(text).map(({ kind, value }) => [kind, value])).toEqual(parts);
  });

  it('gives a quoted value back whole, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '\n', '\u202e', '*') }), (value) => {
        const parts = partsOf(`before ${quoted(value)} after`);
        if (value === '') expect(parts).toHaveLength(1);
        else
          expect(parts).toEqual([
            { kind: 'prose', value: 'before ' },
            { kind: 'code', value: visibleLine(value) },
            { kind: 'prose', value: ' after' },
          ]);
      }),
    );
  });

  it('can be had without its marks', () => {
    expect(unmarked('find `map`\nout')).toBe('find map\\nout');
  });
});
