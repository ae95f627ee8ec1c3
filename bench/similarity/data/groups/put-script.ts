import prettier from 'prettier';
import ts from 'typescript';
import type { Random } from '../random.ts';
import { parse } from '../reading.ts';
import { styleFrom } from '../rewrite/layout.ts';
import { renamed } from '../rewrite/rename.ts';
import { restructured, type Kind } from '../rewrite/structure.ts';
import type { Fragment } from './fragment.ts';
import { fenced } from './spans.ts';

/** How far a fragment may stray from how it was written: 0 not at all, 1 other names, 2 a little other code too. */
export type Variant = 0 | 1 | 2;

const ARGUMENT = 'ARG';

/** The fragment as one member would have it. Layout is each member's own. */
export const variantOf = async (
  { code, kind }: Fragment,
  {
    variant,
    first,
    kinds,
    random,
  }: { variant: Variant; first: boolean; kinds: readonly Kind[]; random: Random },
): Promise<string> => {
  let text = kind === 'B' && !first ? random.pick(code) : (code[0] ?? '');
  if (variant > 0 && !first) {
    const name = 'fragment.js';
    if (variant > 1) text = restructured(text, name, { kinds, share: 0.3, random });
    text = renamed({ [name]: text }, new Set([ARGUMENT]), random)[name] ?? text;
  }
  if (variant === 0 && random.chance(0.6)) return text;
  const set = await prettier.format(`function outer() {\n${text}\n}`, {
    ...styleFrom(random),
    parser: 'typescript',
  });
  const lines = set.split('\n').slice(1, -2);
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
};

const nameOf = (code: string): string | undefined => {
  const all = [
    ...code.matchAll(
      /^(?:async )?(?:function\*? (\w+)|(?:const|let) (\w+) = (?:async )?(?:\(|function|\w+ =>))/gm,
    ),
  ];
  const last = all.at(-1);
  return last?.[1] ?? last?.[2];
};

const bodiesOf = (source: ts.SourceFile): ts.Block[] => {
  const bodies: ts.Block[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body))
      bodies.push(node.body);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return bodies;
};

const returnsOf = (source: ts.SourceFile): ts.Expression[] => {
  const found: ts.Expression[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression !== undefined && !ts.isFunctionLike(node.expression))
      found.push(node.expression);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
};

/** Whether a place lies in a fragment that was put there before. */
const inFence = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  return before.lastIndexOf('@@begin') > before.lastIndexOf('@@end');
};

const atLineStart = (text: string, at: number): boolean => /(?:^|\n)[ \t]*$/.test(text.slice(0, at));
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const insert = (text: string, at: number, what: string): string =>
  `${text.slice(0, at)}${what}${text.slice(at)}`;

const inside = (text: string, file: string, code: string, id: string, random: Random): string | undefined => {
  const source = parse(text, file);
  const places = bodiesOf(source).flatMap((body) => {
    const [statement] = body.statements;
    if (
      statement === undefined ||
      inFence(text, statement.getStart(source)) ||
      !atLineStart(text, statement.getStart(source))
    )
      return [];
    const named = (body.parent as ts.FunctionLikeDeclaration).parameters
      .map(({ name }) => name)
      .filter(ts.isIdentifier);
    return named.length > 0 && named[0] !== undefined
      ? [{ at: statement.getStart(source), argument: named[0].text }]
      : [];
  });
  if (places.length === 0) return undefined;
  const { at, argument } = random.pick(places);
  const start = lineStart(text, at);
  const indent = text.slice(start, at);
  const lines = code
    .replaceAll(ARGUMENT, argument)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line));
  return insert(text, start, `${fenced(lines.join('\n'), id, '//')}\n`);
};

const beside = (text: string, file: string, code: string, id: string, random: Random): string => {
  const source = parse(text, file);
  const starts = source.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExpressionStatement(statement))
    .map(
      (statement) =>
        ts.getLeadingCommentRanges(text, statement.getFullStart())?.[0]?.pos ?? statement.getStart(source),
    )
    .filter((at) => at === 0 || text[at - 1] === '\n');
  const fence = fenced(code, id, '//');
  if (starts.length === 0 || random.chance(0.35)) return `${text.replace(/\n*$/, '\n\n')}${fence}\n`;
  return insert(text, random.pick(starts), `${fence}\n\n`);
};

/** The file with the fragment in it as a part of the program; nothing where it has no place. */
export const putIntoScript = (
  text: string,
  file: string,
  { form }: Fragment,
  code: string,
  id: string,
  random: Random,
): string | undefined => {
  if (form === 'inline') return inside(text, file, code, id, random);
  if (form === 'helper') return beside(text, file, code, id, random);
  const name = nameOf(code);
  const source = parse(text, file);
  const returns = returnsOf(source).filter((value) => !inFence(text, value.getStart(source)));
  if (name === undefined || returns.length === 0) return undefined;
  const value = random.pick(returns);
  const [start, end] = [value.getStart(source), value.end];
  return beside(
    `${text.slice(0, start)}${name}(${text.slice(start, end)})${text.slice(end)}`,
    file,
    code,
    id,
    random,
  );
};
