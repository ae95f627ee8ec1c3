import { unrelatedParts } from '../cohesion.ts';
import { countLines, type Token } from '../code-lines.ts';
import {
  type ClassShape,
  type FunctionShape,
  type ImportFound,
  noteDepth,
  outside,
  type Shape,
  type Span,
} from '../shape.ts';
import { importIn } from './imports.ts';
import { membersOf } from './members.ts';
import { naming } from './names.ts';
import { at, type Keys, type Node, walk } from './tree.ts';

/** A text as ESLint's parsers have read it. */
export interface Script {
  root: Node;
  tokens: readonly Pick<Node, 'type' | 'range' | 'loc'>[];
  keys: Keys;
  text: string;
}

/** As of ESLint's `max-depth`. */
const CONTROL = new Set([
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'SwitchStatement',
  'TryStatement',
  'WithStatement',
]);
const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'StaticBlock',
]);
const CLASSES = new Set(['ClassDeclaration', 'ClassExpression']);

interface Around {
  fn: FunctionShape;
  depth: number;
  inClass: string | null;
}

/** Measures JavaScript and TypeScript. */
export function scriptShape({ root, tokens, keys, text }: Script): Shape {
  const functions = [outside()];
  const classes: ClassShape[] = [];
  const imports: ImportFound[] = [];
  const comments: [number, number][] = [];
  const [first = outside()] = functions;
  walk<Around>(root, keys, { fn: first, depth: 0, inClass: null }, (node, around, parent) => {
    const found = importIn(node);
    if (found !== null) imports.push(found);
    if (FUNCTIONS.has(node.type)) {
      const fn: FunctionShape = { ...outside(), ...spanOf(node), ...naming(node, parent, around.inClass) };
      functions.push(fn);
      return { fn, depth: 0, inClass: null };
    }
    if (CLASSES.has(node.type)) {
      const { name, ...words } = naming(node, parent, null);
      classes.push({ ...spanOf(node), ...words, parts: unrelatedParts(membersOf(node, keys)) });
      return { ...around, inClass: name };
    }
    // Braces around nothing but a comment.
    if (node.type === 'JSXExpressionContainer' && at(node, 'expression')?.type === 'JSXEmptyExpression')
      comments.push(node.range);
    if (!CONTROL.has(node.type) || isElseIf(node, parent)) return around;
    noteDepth(around.fn, around.depth + 1, node.loc.start.line);
    return { ...around, depth: around.depth + 1 };
  });
  return { lines: countLines(code(tokens, comments, text), functions, text), functions, classes, imports };
}

function isElseIf(node: Node, parent: Node | null): boolean {
  return node.type === 'IfStatement' && parent?.type === 'IfStatement' && parent['alternate'] === node;
}

function spanOf({ range: [start, end], loc }: Node): Span {
  return { start, end, line: loc.start.line, column: loc.start.column + 1 };
}

/** Comments are in the order of their places, as tokens are, and do not overlap. */
function code(tokens: Script['tokens'], comments: readonly [number, number][], text: string): Token[] {
  let next = 0;
  return tokens.flatMap(({ range: [start, end], loc }): Token[] => {
    while ((comments[next]?.[1] ?? Infinity) <= start) next += 1;
    const inComment = (comments[next]?.[0] ?? Infinity) <= start;
    const isSpace = text.slice(start, end).trim() === '';
    return inComment || isSpace ? [] : [{ start, end, first: loc.start.line, last: loc.end.line }];
  });
}
