import type { StyleAttempt } from '../../../../src/sandbox/analysis/style.ts';
import type { Comment } from '../readers/reader.ts';

/** What tools take for their own in a comment, from where they take it. Each is tried on one line of a comment. */
const SWITCHES = [
  // ESLint and its like, TypeScript: at the beginning of a comment.
  /^eslint(?:-(?:disable|enable)(?:-next-line|-line)?\b|-env\s|\s+["']?[@\w/-]+["']?\s*:\s*(?:off|warn|error|[0-2"'[]))/,
  /^@ts-(?:nocheck|ignore|expect-error)\b/,
  /^(?:oxlint-disable|biome-ignore|deno-(?:lint|fmt)-ignore|dprint-ignore|tslint:disable|jshint\s|jslint\s)/,
  // Names that are not to be missed. One word alone after `global` may as well be about something.
  /^globals?\s+[\w$]+\s*(?:,\s*[\w$]|:\s*(?:true|false|readonly|writable|off)\b)/,
  /^exported\s+[\w$]+(?:\s*,\s*[\w$]+)*\s*\*\//,
  // Python's: after a number sign, anywhere in it.
  /#\s*noqa\b/i,
  /#\s*(?:ruff|flake8)\s*:\s*\w/i,
  /#\s*type:\s*ignore\b/,
  /#\s*(?:pylint|pyright|mypy|pytype|pylama|ty|basedpyright):\s*[\w-]*(?:disable|skip|ignore|basic)/,
  /#\s*(?:pyre-(?:ignore|fixme|unsafe)|nosec|pragma:\s*no\s*cover|autopep8:\s*off)\b/,
  /#\s*(?:fmt:\s*(?:off|skip)|yapf:\s*disable|isort:\s*(?:off|skip))/,
  // Those of pages and style sheets.
  /\[html-validate-(?:disable|enable)/,
  /^stylelint-(?:disable|enable)/,
  /^(?:htmlhint|csslint)\s|^markuplint-disable/,
  // Of any language.
  /\bjscpd:ignore-(?:start|end)\b/,
  /^prettier-ignore\b/,
  /\bNOSONAR\b|^#?\s*noinspection\s/,
  /^(?:istanbul|c8|v8)\s+ignore\b|^node:coverage\s+(?:disable|ignore)\b/,
];

/** What says that nobody has written a file by hand. */
export const GENERATED = /@generated\b|\bDO NOT EDIT\b/i;
/** How many lines at the beginning of a file may say so. */
export const FIRST_LINES = 10;
/** No directive is longer, and no expression has to search more. */
const LINE_CHARACTERS = 400;

/** Comments that are there to switch rules off, with the line that each is in. */
export function attemptsIn(comments: readonly Comment[]): Omit<StyleAttempt, 'file'>[] {
  return comments.flatMap(({ line: begin, text }) =>
    text.split('\n').flatMap((written, at): Omit<StyleAttempt, 'file'>[] => {
      const line = begin + at;
      const what = written.trim().slice(0, 120);
      const said = bare(written.slice(0, LINE_CHARACTERS));
      if (SWITCHES.some((pattern) => pattern.test(said))) return [{ kind: 'comment', line, what }];
      if (line <= FIRST_LINES && GENERATED.test(said)) return [{ kind: 'marker', line, what }];
      return [];
    }),
  );
}

/** A line of a comment without the marks of its language, but for Python's. */
function bare(line: string): string {
  return line.trim().replace(/^(?:\/{2,}|\/\*+|\*+(?!\/)|<!--)\s*/, '');
}
