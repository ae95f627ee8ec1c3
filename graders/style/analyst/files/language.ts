import type { StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';

const LANGUAGES: Record<string, StyleLanguage> = {
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  jsx: 'JSX',
  ts: 'TypeScript',
  mts: 'TypeScript',
  cts: 'TypeScript',
  tsx: 'TSX',
  py: 'Python',
  pyi: 'Python',
  pyw: 'Python',
  // Programs all the same, which nobody can read.
  pyc: 'Python',
  pyd: 'Python',
  so: 'Python',
  node: 'JavaScript',
  wasm: 'JavaScript',
  html: 'HTML',
  htm: 'HTML',
  css: 'CSS',
};

/** The language of a file, by the end of its name; null where it is none of these. */
export function languageOf(path: string): StyleLanguage | null {
  const [, extension = ''] = /\.([^./]+)$/.exec(path) ?? [];
  const known = extension.toLowerCase();
  return Object.hasOwn(LANGUAGES, known) ? (LANGUAGES[known] ?? null) : null;
}

export function isScript(language: StyleLanguage | null): boolean {
  return language !== null && ['JavaScript', 'JSX', 'TypeScript', 'TSX'].includes(language);
}

/** Whether a program is written in it. */
export function isProgram(language: StyleLanguage | null): boolean {
  return isScript(language) || language === 'Python';
}
