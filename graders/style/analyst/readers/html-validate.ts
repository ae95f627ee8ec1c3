import { HtmlValidate, ruleExists } from 'html-validate';
import type { AskedRule, RefusedRule } from '../../../../src/sandbox/analysis/style.ts';
import { type Comment, type Reader, type Reading, type Source, unreadable } from './reader.ts';
import { serveReader } from './serve-reader.ts';

// Reads HTML. Scripts and style sheets in it are left alone; what a comment says of rules is written over before.

const DIRECTIVE = '[html-validate-';
let validator = validatorFor({});

function validatorFor(rules: Record<string, unknown[]>): HtmlValidate {
  // An object of settings has nothing looked for on the disk.
  return new HtmlValidate({ root: true, elements: ['html5'], rules });
}

async function prepare(asked: readonly AskedRule[]): Promise<RefusedRule[]> {
  const rules: Record<string, unknown[]> = {};
  const refused: RefusedRule[] = [];
  for (const { rule, options } of asked) {
    const entry = ['error', ...options];
    const message = await refusal(rule, entry);
    if (message === null) rules[rule] = entry;
    else refused.push({ rule, message });
  }
  validator = validatorFor(rules);
  return refused;
}

async function refusal(rule: string, entry: unknown[]): Promise<string | null> {
  if (!ruleExists(rule)) return `There is no rule ${rule}.`;
  try {
    await validatorFor({ [rule]: entry }).validateString('<p></p>');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function read({ text }: Source): Promise<Reading> {
  const comments = await commentsOf(text);
  if (comments === null) return unreadable('syntax');
  const { results } = await validator.validateString(withSmallStyle(withoutDirectives(text, comments)));
  const messages = results.flatMap((result) => result.messages);
  if (messages.some(({ ruleId }) => ruleId === 'parser-error')) return unreadable('syntax');
  return {
    findings: messages.map(({ ruleId, line, column, message }) => ({ rule: ruleId, line, column, message })),
    comments,
    imports: [],
    unread: null,
  };
}

/** In the order in which they stand there; null where the text is no HTML. */
async function commentsOf(text: string): Promise<Comment[] | null> {
  if (!text.includes('<!--')) return [];
  try {
    const tokens = await validator.dumpTokens('source.html', { readFileSync: () => text });
    return tokens
      .filter(({ token }) => token === 'COMMENT' || token === 'DIRECTIVE')
      .map(({ data, location }) => ({ line: lineOf(location), text: data }));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** Of a place like `source.html:3:7`. */
function lineOf(location: string): number {
  const [, line] = /:(\d+):\d+$/.exec(location) ?? [];
  return Number(line ?? 1);
}

function withoutDirectives(text: string, comments: readonly Comment[]): string {
  let rest = 0;
  return comments.reduce((result, comment) => {
    const at = result.indexOf(comment.text, rest);
    if (at === -1) return result;
    rest = at + comment.text.length;
    const mute = comment.text.replaceAll(DIRECTIVE, DIRECTIVE.replace('[', '('));
    return result.slice(0, at) + mute + result.slice(rest);
  }, text);
}

/** Attributes may be written in capital letters, and some rules know this one in small letters alone. */
function withSmallStyle(text: string): string {
  return text.replace(/<[a-z][^<>]*/gi, (tag) =>
    tag.replace(/[\s"']style(?=\s*=)/gi, (name) => name.toLowerCase()),
  );
}

const SAMPLE = `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Shop</title><!-- a comment --></head>
  <body>
    <h1 id="top" class="big">Shop</h1>
    <form action="/buy"><label for="n">Name</label><input id="n" type="text" required><button type="submit">Buy</button></form>
    <ul><li><a href="#top">Up</a></li><li><img src="a.png" alt="A"></li></ul>
  </body>
</html>
`;

const reader: Reader = {
  prefix: 'html/',
  prepare,
  read,
  samples: Array.from({ length: 4 }, () => ({ path: 'a.html', language: 'HTML' as const, text: SAMPLE })),
  sampleRules: ['no-dup-id', 'close-order', 'attr-quotes', 'no-unknown-elements', 'wcag/h37'].map((rule) => ({
    rule,
    options: [],
  })),
};
await serveReader(reader);
