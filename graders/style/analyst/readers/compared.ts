import { attemptsIn } from '../attempts/comments.ts';
import { type FileMeasured, ownShare } from '../measures/own-share.ts';
import type { Shape } from '../measures/shape.ts';
import { likelyLanguages } from '../files/renamed.ts';
import type { Comment, Finding, Found, Place, Reading } from './reader.ts';

/** How many places of one rule in one file are told. */
const MOST_PLACES = 20;
const MOST_ATTEMPTS = 50;
const MOST_IMPORTS = 500;
const MESSAGE_CHARACTERS = 300;
const MOST_TEXTS = 20;
const TEXT_CHARACTERS = 20_000;

/** A version of a file, and what a tool says of it. */
export interface Version {
  reading: Reading;
  shape: Shape | null;
  text: string;
}

/**
 * What a file has that its version in the starter has not. A finding is the starter's if its rule and its line, but for
 * the space around it, are; each of the starter's stands for one.
 */
export function compared(prefix: string, now: Version, before: Version | null): Found {
  const { findings, comments, imports, unread } = now.reading;
  const lines = now.text.split('\n');
  const had = keysOf(before);
  const rules = new Map<string, { count: number; places: Place[] }>();
  for (const finding of findings) {
    const key = keyOf(finding, lines);
    const left = had.get(key) ?? 0;
    had.set(key, left - 1);
    if (left > 0) continue;
    const { rule, line, column, message } = finding;
    const found = rules.get(rule) ?? { count: 0, places: [] };
    found.count += 1;
    if (found.places.length < MOST_PLACES)
      found.places.push({ line, column, message: message.slice(0, MESSAGE_CHARACTERS) });
    rules.set(rule, found);
  }
  const starterLines = new Set(before?.text.split('\n').map((line) => line.trim()));
  return {
    rules: [...rules].map(([rule, found]) => ({ rule: `${prefix}${rule}`, ...found })),
    attempts: attemptsIn(comments)
      .filter(({ line }) => !starterLines.has((lines[(line ?? 0) - 1] ?? '').trim()))
      .slice(0, MOST_ATTEMPTS),
    imports: [...new Set(imports)].slice(0, MOST_IMPORTS),
    texts: programsAmong(now.reading.texts ?? [], before),
    measured: measured(now, before),
    unread,
  };
}

function programsAmong(texts: readonly Comment[], before: Version | null): Comment[] {
  const had = new Set(before?.reading.texts?.map(({ text }) => text));
  return texts
    .filter(
      ({ text }) => !had.has(text) && (text.startsWith('data:') || likelyLanguages(text, true).length > 0),
    )
    .slice(0, MOST_TEXTS)
    .map(({ line, text }) => ({ line, text: text.slice(0, TEXT_CHARACTERS) }));
}

function measured(now: Version, before: Version | null): FileMeasured | null {
  if (now.shape === null) return null;
  const shape = before?.shape ?? null;
  const starter = before === null || shape === null ? null : { shape, text: before.text };
  return ownShare({ shape: now.shape, text: now.text }, starter);
}

/** How often each of the starter's faults was there. */
function keysOf(version: Version | null): Map<string, number> {
  const keys = new Map<string, number>();
  if (version === null) return keys;
  const lines = version.text.split('\n');
  for (const finding of version.reading.findings) {
    const key = keyOf(finding, lines);
    keys.set(key, (keys.get(key) ?? 0) + 1);
  }
  return keys;
}

function keyOf({ rule, line }: Finding, lines: readonly string[]): string {
  return `${rule}\n${(lines[line - 1] ?? '').trim()}`;
}
