/** The languages of a submission that are read, and the names of their files. */
export type Language = 'JavaScript' | 'TypeScript' | 'JSX' | 'TSX' | 'JSON';

const LANGUAGES: Record<string, Language> = {
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  ts: 'TypeScript',
  mts: 'TypeScript',
  cts: 'TypeScript',
  jsx: 'JSX',
  tsx: 'TSX',
  json: 'JSON',
};

/** Settings of tools that may have comments in them although they are called JSON. */
const WITH_COMMENTS = /(^|\/)(\.[^/]*|[tj]sconfig[^/]*|\.vscode\/[^/]*)\.json$/;

/** The language of a file, by its name; null where it is none of these. */
export function languageOf(path: string): Language | null {
  if (path.split('/').includes('node_modules') || WITH_COMMENTS.test(path)) return null;
  const [, extension] = /\.([a-z]+)$/.exec(path) ?? [];
  return extension === undefined ? null : (LANGUAGES[extension] ?? null);
}
