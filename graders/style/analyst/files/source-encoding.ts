import type { StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';

/** Python's own way to say what bytes mean, in one of the first two lines. */
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const UTF_8 = /^(?:utf[-_]?8(?:[-_]sig)?|(?:us[-_]?)?ascii)$/i;
/** Those in which the letters of a program are what they look like. */
const ONE_BYTE = /^(?:latin[-_]?1|(?:iso[-_]?)?8859[-_]?(?:1|15)|(?:cp|windows)[-_]?125[0-9])$/i;

/** The line in which a program of Python says that its letters mean something else, so that it cannot be read; null if none does. */
export function strangeCoding(
  language: StyleLanguage,
  bytes: Uint8Array,
): { line: number; text: string } | null {
  const said = codingOf(language, bytes);
  return said === null || UTF_8.test(said.name) || ONE_BYTE.test(said.name) ? null : said;
}

/** Line ends are line feeds; bytes that mean nothing become marks that no language knows. */
export function decoded(language: StyleLanguage, bytes: Uint8Array): string {
  const said = codingOf(language, bytes);
  const label = said !== null && ONE_BYTE.test(said.name) ? 'latin1' : 'utf-8';
  return new TextDecoder(label).decode(bytes).replace(/\r\n?/g, '\n');
}

function codingOf(
  language: StyleLanguage,
  bytes: Uint8Array,
): { line: number; text: string; name: string } | null {
  if (language !== 'Python') return null;
  const [first = '', second = ''] = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .split(/\r\n?|\n/);
  for (const [at, text] of [first, second].entries()) {
    const [, name] = CODING.exec(text) ?? [];
    if (name !== undefined) return { line: at + 1, text: text.trim(), name };
    // The second line counts only where the first has nothing but a comment.
    if (!/^[ \t\f]*(?:#|$)/.test(text)) return null;
  }
  return null;
}
