import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StyleAttempt } from '../../../../src/sandbox/analysis/style.ts';

/** Files that are a tool's settings as a whole. */
const SETTINGS =
  /^(?:\.eslintrc(?:\..+)?|eslint\.config\.[mc]?[jt]s|\.?ruff\.toml|\.flake8|\.?pylintrc|\.stylelintrc(?:\..+)?|stylelint\.config\.[mc]?[jt]s|\.htmlvalidate\..+|\.jscpd\.json|\.jscpdrc|biome\.jsonc?|\.?oxlintrc\.json|tslint\.json|\.(?:js|html)hintrc|\.csslintrc)$/;
const IGNORE_LISTS = /^\.(?:eslint|stylelint|htmlvalidate|prettier|jshint|jscpd)ignore$/;
const KEYS = ['eslintConfig', 'eslintIgnore', 'stylelint', 'htmlvalidate', 'jscpd'];
/** Sections of files that are about more than one tool. */
const SECTIONS: Record<string, RegExp> = {
  'pyproject.toml': /^\s*(?:\[+\s*)?["']?tool["']?\s*\.\s*["']?(?:ruff|flake8|pylint|pycodestyle)\b/,
  'setup.cfg': /^\s*\[(?:flake8|pycodestyle|pylint)/,
  'tox.ini': /^\s*\[(?:flake8|pycodestyle|pylint)/,
};
const ATTRIBUTES = /\s(?:linguist-(?:generated|vendored|documentation)|export-ignore)(?!=false)(?:\s|=|$)/;
/** No file of settings is longer. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * Files, or parts of them, that would set up a tool or keep it from files. `before`: the starter's version; what it has
 * just so is no attempt. Nothing of them is ever taken for a setting.
 */
export function configurationAttempts(path: string, text: string, before: string | null): StyleAttempt[] {
  if (text === before || text.length > MOST_CHARACTERS) return [];
  const name = posix.basename(path);
  const attempt = (kind: StyleAttempt['kind'], line: number | null, what: string): StyleAttempt => ({
    kind,
    file: path,
    line,
    what: what.trim().slice(0, 120),
  });
  if (SETTINGS.test(name)) return [attempt('configuration', null, name)];
  if (IGNORE_LISTS.test(name)) return [attempt('ignore-file', null, name)];
  if (name === 'package.json')
    return newKeys(text, before).map((key) => attempt('configuration', lineWith(text, `"${key}"`), key));
  if (name === '.gitattributes')
    return newLines(text, before)
      .filter(({ line }) => ATTRIBUTES.test(line))
      .map(({ line, at }) => attempt('ignore-file', at, line));
  const section = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  if (section === undefined) return [];
  const had = new Set(before === null ? [] : sections(before, section).map(({ body }) => body));
  return sections(text, section)
    .filter(({ body }) => !had.has(body))
    .map(({ at, head }) => attempt('configuration', at, head));
}

function newKeys(text: string, before: string | null): string[] {
  const [now, then] = [objectIn(text), objectIn(before ?? '')];
  return KEYS.filter((key) => Object.hasOwn(now, key) && !isDeepStrictEqual(now[key], then[key]));
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function lineWith(text: string, words: string): number | null {
  const at = text.split('\n').findIndex((line) => line.includes(words));
  return at === -1 ? null : at + 1;
}

function newLines(text: string, before: string | null): { line: string; at: number }[] {
  const had = new Set(before?.split('\n').map((line) => line.trim()));
  return text
    .split('\n')
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => !line.trim().startsWith('#') && !had.has(line.trim()));
}

/** The sections with such a head, or keys that name one: where each begins, and all of it up to the next. */
function sections(text: string, head: RegExp): { at: number; head: string; body: string }[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (/^\s*\[/.test(line) || head.test(line) ? [at] : []));
  return starts.flatMap((start, index) => {
    const first = lines[start] ?? '';
    if (!head.test(first)) return [];
    const body = lines
      .slice(start, starts[index + 1])
      .join('\n')
      .trim();
    return [{ at: start + 1, head: first, body }];
  });
}
