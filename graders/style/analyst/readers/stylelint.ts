import postcss from 'postcss';
import stylelint, { type LintResult } from 'stylelint';
import type { AskedRule, RefusedRule } from '../../../../src/sandbox/analysis/style.ts';
import { type Comment, type Reader, type Reading, type Source, unreadable } from './reader.ts';
import { serveReader } from './serve-reader.ts';

// Reads CSS. Its settings are given, so none are looked for on the disk, and what comments say of rules is not heard.

type Rules = Record<string, unknown>;

let rules: Rules = {};

/** What a comment speaks to stylelint with; switching off twice, or on what is on, it takes for a mistake in the style sheet. */
const DIRECTIVE = 'stylelint-';

async function lint(code: string, wanted: Rules): Promise<LintResult | null> {
  const { results } = await stylelint.lint({
    code,
    config: { rules: wanted },
    ignoreDisables: true,
    disableDefaultIgnores: true,
  });
  return results[0] ?? null;
}

async function prepare(asked: readonly AskedRule[]): Promise<RefusedRule[]> {
  const refused: RefusedRule[] = [];
  rules = {};
  for (const { rule, options } of asked) {
    const entry = options.length === 0 ? [true] : options;
    const message = await refusal(rule, entry);
    if (message === null) rules[rule] = entry;
    else refused.push({ rule, message });
  }
  return refused;
}

async function refusal(rule: string, entry: unknown[]): Promise<string | null> {
  if (!Object.hasOwn(stylelint.rules, rule)) return `There is no rule ${rule}.`;
  try {
    const result = await lint('a { color: red }', { [rule]: entry });
    const said = result?.invalidOptionWarnings.map(({ text }) => text) ?? [];
    return said.length === 0 ? null : said.join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function read({ text }: Source): Promise<Reading> {
  // Without a rule nothing would be parsed.
  const comments = commentsOf(text);
  if (comments === null) return unreadable('syntax');
  const result =
    Object.keys(rules).length === 0 ? null : await lint(withoutDirectives(text, comments), rules);
  const warnings = result?.warnings ?? [];
  if (warnings.some(({ rule }) => rule === 'CssSyntaxError')) return unreadable('syntax');
  return {
    findings: warnings.map(({ rule, line, column, text: message }) => ({
      rule,
      line,
      column,
      message: message.replace(` (${rule})`, ''),
    })),
    comments: comments.map(({ line, text: comment }) => ({ line, text: comment })),
    imports: [],
    unread: null,
  };
}

function commentsOf(text: string): (Comment & { start: number })[] | null {
  const comments: (Comment & { start: number })[] = [];
  try {
    postcss.parse(text).walkComments(({ text: inside, raws, source }) => {
      comments.push({
        line: source?.start?.line ?? 1,
        start: source?.start?.offset ?? 0,
        text: `/*${raws.left ?? ''}${inside}${raws.right ?? ''}*/`,
      });
    });
    return comments;
  } catch (error) {
    if (error instanceof Error && error.name === 'CssSyntaxError') return null;
    throw error;
  }
}

/** As long as before, so that everything stays in its place. */
function withoutDirectives(text: string, comments: readonly (Comment & { start: number })[]): string {
  let rest = 0;
  const pieces = comments.flatMap(({ start, text: comment }) => {
    const before = text.slice(rest, start);
    rest = start + comment.length;
    return [before, text.slice(start, rest).replaceAll(DIRECTIVE, '-'.repeat(DIRECTIVE.length))];
  });
  return [...pieces, text.slice(rest)].join('');
}

const SAMPLE = `
/* The shop. */
:root { --gap: 1rem; }
.cart, #top > li:hover::before { margin: 0 var(--gap); color: #fff; }
@media (width > 40rem) { .cart { display: grid; & a { color: rgb(0 0 0 / 50%); } } }
`;

const reader: Reader = {
  prefix: 'css/',
  prepare,
  read,
  samples: Array.from({ length: 3 }, () => ({ path: 'a.css', language: 'CSS' as const, text: SAMPLE })),
  sampleRules: [
    'block-no-empty',
    'no-duplicate-selectors',
    'color-no-invalid-hex',
    'property-no-unknown',
  ].map((rule) => ({ rule, options: [] })),
};
await serveReader(reader);
