import { posix } from 'node:path';
import type { Grammar } from './grammar.ts';
import { css } from './languages/css.ts';
import { html } from './languages/html.ts';
import { java } from './languages/java.ts';
import { javascript, tsx, typescript } from './languages/javascript.ts';
import { python } from './languages/python.ts';

/** The languages that can be named. */
export const LANGUAGES = ['javascript', 'typescript', 'python', 'java', 'html', 'css', 'sql'] as const;
export type LanguageName = (typeof LANGUAGES)[number];

/** How a file is read. `grammar` is null where there is none for its language: it is read as words. */
export interface HowToRead {
  language: LanguageName;
  grammar: Grammar | null;
}

const BY_ENDING: Readonly<Record<string, HowToRead>> = {
  '.js': { language: 'javascript', grammar: javascript },
  '.mjs': { language: 'javascript', grammar: javascript },
  '.cjs': { language: 'javascript', grammar: javascript },
  '.jsx': { language: 'javascript', grammar: javascript },
  '.ts': { language: 'typescript', grammar: typescript },
  '.mts': { language: 'typescript', grammar: typescript },
  '.cts': { language: 'typescript', grammar: typescript },
  '.tsx': { language: 'typescript', grammar: tsx },
  '.py': { language: 'python', grammar: python },
  '.java': { language: 'java', grammar: java },
  '.html': { language: 'html', grammar: html },
  '.htm': { language: 'html', grammar: html },
  '.vue': { language: 'html', grammar: html },
  '.svelte': { language: 'html', grammar: html },
  '.css': { language: 'css', grammar: css },
  '.sql': { language: 'sql', grammar: null },
};

const FIRST_ENDING: Readonly<Record<LanguageName, string>> = {
  javascript: '.js',
  typescript: '.ts',
  python: '.py',
  java: '.java',
  html: '.html',
  css: '.css',
  sql: '.sql',
};

/** Names that tell no language, so that whoever names one means these too; but not the papers that every repository has. */
const SAYS_NOTHING =
  /^(?!(?:readme|license|licence|copying|authors|makefile|dockerfile|procfile)$)[^.]+(?:\.txt)?$/i;

/** How a file is read, by its name; with `only`, nothing but that language. Null: it is not read. */
export function howToRead(path: string, only: LanguageName | null): HowToRead | null {
  const byName = BY_ENDING[posix.extname(path).toLowerCase()] ?? null;
  if (only === null || byName?.language === only) return byName;
  return SAYS_NOTHING.test(posix.basename(path)) ? (BY_ENDING[FIRST_ENDING[only]] ?? null) : null;
}
