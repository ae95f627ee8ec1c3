import { posix } from 'node:path';
import type { StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';

/** Whatever stands between two quotation marks, whichever of them belong together. */
const QUOTED = /(?<=['"`])[^'"`\n?#]{1,200}(?=['"`?#])/g;
/** As pages and style sheets may name a file, too. */
const UNQUOTED = /(?:\b(?:src|href)\s*=\s*|\burl\(\s*)([^\s'"()<>?#]{1,200})/gi;
const PYTHON_IMPORTS = /\b(?:from|import)[ \t]+([\w., \t]+)/g;
/** No file of a learner's names more. */
const MOST = 5_000;
/** What of package.json says which files are run. */
const RUN = ['main', 'bin', 'exports', 'imports'];

/** Paths from the project's root that a file may name: exact ones, modules without their ends, and folders of Python's packages. */
export function mentions(path: string, language: StyleLanguage | null, text: string): string[] {
  const words = language === null ? runBy(path, text) : wordsOf(unescaped(text));
  const modules = language === 'Python' ? pythonModules(text) : [];
  return [...words, ...modules].slice(0, MOST).flatMap((word) => placesOf(path, word));
}

/** Beside the file that names it, or from the root, where programs are usually started. */
function placesOf(importer: string, word: string): string[] {
  return [posix.join(posix.dirname(importer), word), posix.join('.', word)];
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(QUOTED), ...text.matchAll(UNQUOTED)].map(([all, inner]) => inner ?? all);
}

/** As somebody may write a letter so that it is not seen. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|([0-3]?[0-7]{2}))/gi,
    (whole, two?: string, four?: string, more?: string, octal?: string) => {
      const code =
        octal === undefined ? Number.parseInt(two ?? four ?? more ?? '', 16) : Number.parseInt(octal, 8);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

/** Python takes letters of other forms for the plain ones. */
function pythonModules(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll('\\\n', ' ');
  return [...plain.matchAll(PYTHON_IMPORTS)].flatMap(([, names = '']) =>
    names.split(/[, \t]+/).flatMap((name) => {
      const [dots = ''] = /^\.*/.exec(name) ?? [];
      const parts = name.slice(dots.length).split('.');
      const up = '../'.repeat(Math.max(0, dots.length - 1));
      return parts.map((_part, at) => `${up}${parts.slice(0, at + 1).join('/')}`);
    }),
  );
}

function runBy(path: string, text: string): string[] {
  if (posix.basename(path) !== 'package.json') return [];
  try {
    const manifest = JSON.parse(text) as Record<string, unknown> | null;
    const scripts = manifest?.['scripts'] as Record<string, unknown> | null | undefined;
    const said = [...RUN.map((key) => manifest?.[key]), scripts?.['start']];
    return [...JSON.stringify(said).matchAll(QUOTED)].flatMap(([words]) => words.split(/\s+/));
  } catch {
    return [];
  }
}
