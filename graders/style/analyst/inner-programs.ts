import type { StyleAttempt } from '../../../src/sandbox/analysis/style.ts';
import { textOf } from './files/classify.ts';
import { likelyLanguages } from './files/renamed.ts';
import type { Submitted } from './files/submitted.ts';
import type { Part } from './measures/own-share.ts';
import { read, type Reading } from './read-files.ts';
import type { Comment, Found } from './readers/reader.ts';

const DATA_URL = /^data:(?:(?:text|application)\/\w*script|text\/css)([^,]*),([^]*)$/i;
/** A style sheet in an address of a page or of another style sheet. */
const STYLE_SHEETS = /(?<=["'])data:text\/css[^,"']*,[^"'\n]*|data:text\/css[^,"')]*,[^"')\s]*/gi;
const MOST_CHARACTERS = 120;
const MOST_SHEETS = 20;

/** Reads the programs that a file has in its texts as what they are, and adds what is found to what is known of the file. */
export async function readInner(file: Submitted, reading: Reading): Promise<Omit<StyleAttempt, 'file'>[]> {
  const attempts: Omit<StyleAttempt, 'file'>[] = [];
  for (const { line, text } of textsOf(file)) {
    const found = await foundIn(programOf(text), file, reading);
    if (found === null) continue;
    addAt(file, found, line - 1);
    const [first = ''] = text.trim().split('\n');
    attempts.push({ kind: 'text', line, what: first.slice(0, MOST_CHARACTERS) });
  }
  return attempts;
}

function textsOf({ language, bytes, found }: Submitted): Comment[] {
  if (language !== 'HTML' && language !== 'CSS') return found?.texts ?? [];
  return textOf(bytes)
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(STYLE_SHEETS)].map(([text]) => ({ line: at + 1, text })))
    .slice(0, MOST_SHEETS);
}

async function foundIn(text: string, file: Submitted, reading: Reading): Promise<Found | null> {
  const isPython = file.language === 'Python';
  const isPage = file.language === 'HTML' || file.language === 'CSS';
  for (const language of isPage ? (['CSS'] as const) : likelyLanguages(text, true)) {
    if (isPython !== (language === 'Python')) continue;
    // The starter's version of the file has nothing to do with a text in it.
    const alone = { ...reading, starter: new Map<string, Uint8Array>() };
    const found = await read({ ...file, bytes: Buffer.from(text) }, language, alone);
    if (found.unread === null) return found;
  }
  return null;
}

/** What is in the text, or in the address that the text is. */
function programOf(text: string): string {
  const [, type, data] = DATA_URL.exec(text) ?? [];
  if (data === undefined) return text;
  if (type?.endsWith(';base64') === true) return Buffer.from(data, 'base64').toString();
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

/** `lines`: how many stand before the text. */
function addAt({ found }: Submitted, inner: Found, lines: number): void {
  if (found === null) return;
  const moved = <T extends { line: number }>(places: readonly T[]): T[] =>
    places.map((place) => ({ ...place, line: place.line + lines }));
  found.rules.push(...inner.rules.map((rule) => ({ ...rule, places: moved(rule.places) })));
  if (found.measured === null || inner.measured === null) return;
  const { parts } = found.measured;
  // The lines of the text are lines of the file already.
  for (const name of ['function-lines', 'nesting', 'unrelated-parts'] as const) {
    const both: Part[] = [...parts[name], ...moved(inner.measured.parts[name])];
    parts[name] = both.sort((one, other) => other.value - one.value);
  }
}
