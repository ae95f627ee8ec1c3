import { posix } from 'node:path';
import type { StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { languageOf } from './language.ts';

/** Names whose files may hold code as an example, or are data that is often imported. */
const NO_PROGRAMS =
  /(?:^|\/)(?:LICEN[CS]E|README|CHANGELOG|Makefile|Dockerfile|[^/]*lock[^/]*)$|\.(?:md|mdx|markdown|rst|adoc|json|jsonc|json5|ya?ml|toml|ini|cfg|csv|tsv|svg|xml|lock|map|log|ipynb|vue|svelte|astro|scss|sass|less|sql|sh|bash|java|c|h|cpp|cs|go|rs|rb|php|snap|patch|diff|tex)$|(?:^|\/)\.[^/]*$/i;

/** Lines that look like a program, and how many lines there may be for each of them. */
const SIGNS: Record<'JavaScript' | 'TypeScript' | 'Python', RegExp> = {
  JavaScript:
    /^\s*(?:import\s.+from\s|import\s*['"]|export\s+(?:default|const|function|class|async|\{)|(?:const|let|var)\s+[\w${[]|(?:async\s+)?function\b.*\(|class\s+\w+.*\{|module\.exports|\}\s*(?:else|catch|finally)\b|return\b.*;|(?:if|for|while|switch)\s*\(.*\)\s*\{)/,
  TypeScript: /^\s*(?:export\s+)?(?:interface\s+\w+|type\s+\w+.*=|enum\s+\w+|declare\s)/,
  Python:
    /^\s*(?:from\s+[\w.]+\s+import\s|import\s+[\w.]+(?:\s+as\s+\w+)?\s*$|(?:async\s+)?def\s+\w+\(.*:\s*$|class\s+\w+.*:\s*$|(?:if|for|while|with|elif)\s.+:\s*$|(?:else|try|finally):\s*$|except\b.*:\s*$)/,
};
const LEAST_SIGNS = 3;
const LEAST_SHARE = 0.2;
/** More than this is not looked at to say what a file is. */
const LINES = 2_000;
const LINE_CHARACTERS = 400;

/** Whether a file has a name that no tool reads. */
export function isUnread(path: string): boolean {
  return languageOf(path) === null && !NO_PROGRAMS.test(path);
}

/**
 * The languages that a file without a known name may be a program of, the likeliest first; whether it is one is for
 * the tool to say. `named`: another file imports it, so that a single sign is enough.
 */
export function likelyLanguages(text: string, named: boolean): StyleLanguage[] {
  // Pages, and components that are written as such.
  if (text.includes('\0') || /^\s*<[a-z/?]/i.test(text)) return [];
  const lines = text
    .split('\n', LINES)
    .map((line) => line.slice(0, LINE_CHARACTERS))
    .filter((line) => line.trim() !== '');
  const count = (sign: RegExp): number => lines.filter((line) => sign.test(line)).length;
  const [script, typed, python] = [count(SIGNS.JavaScript), count(SIGNS.TypeScript), count(SIGNS.Python)];
  const enough = (signs: number): boolean =>
    named ? signs > 0 : signs >= LEAST_SIGNS && signs >= lines.length * LEAST_SHARE;
  const scripts: StyleLanguage[] = typed > 0 ? ['TypeScript', 'TSX'] : ['JavaScript', 'TypeScript'];
  const likely: [number, StyleLanguage[]][] = [
    [script + typed, scripts],
    [python, ['Python']],
  ];
  return likely
    .filter(([signs]) => enough(signs))
    .sort(([one], [other]) => other - one)
    .flatMap(([, languages]) => languages);
}

/** The file that a relative import names, if the submission has it under exactly that name. */
export function namedFile(
  importer: string,
  source: string,
  files: ReadonlyMap<string, unknown>,
): string | null {
  const path = posix.join(posix.dirname(importer), source.replace(/[?#].*$/s, ''));
  return files.has(path) ? path : null;
}
