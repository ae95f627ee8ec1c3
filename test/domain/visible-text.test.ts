import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, visible, visibleLine } from '../../src/domain/visible-text.ts';

describe('a foreign text made visible', () => {
  it.each([
    ['a terminal escape', '\u001b[31mred', '\\u001b[31mred'],
    ['the control of eight bits that begins one', '\u009b31m', '\\u009b31m'],
    ['an override of the direction', 'a\u202eb', 'a\\u202eb'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['a soft hyphen', 'a\u00adb', 'a\\u00adb'],
    ['a byte order mark', '\ufeffa', '\\ufeffa'],
    ['a tag', 'a\u{e0041}', 'a\\u{e0041}'],
    ['a filler that looks like nothing', '\u3164', '\\u3164'],
    ['half of a pair', 'a\ud800b', 'a\\ud800b'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['a carriage return that would overwrite', 'good\rbad', 'good\\u000dbad'],
    ['a null', '\0', '\\u0000'],
    ['line ends of another system', 'a\r\nb', 'a\nb'],
    ['what is plain stays', 'naïve\t日本語\n👍🏽 ✔️', 'naïve\t日本語\n👍🏽 ✔️'],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('fits on one line', () => {
    expect(visibleLine('a\n\tb')).toBe('a\\n\\tb');
  });

  it('never holds a control character or an ill-formed one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe('a text cut short', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab👍', 4, 'ab👍'],
    ['ab👍c', 4, 'ab…'],
    ['abc', 0, '…'],
  ])('%s to %i', (text, most, short) => {
    expect(cut(text, most)).toBe(short);
  });
});

it('leaves whole what joins two pictures into one, and shows it anywhere else', () => {
  expect(visible('👩‍💻 and 👩🏽‍🚀')).toBe('👩‍💻 and 👩🏽‍🚀');
  expect(visible('a\u200db 👩\u200d')).toBe('a\\u200db 👩\\u200d');
});
