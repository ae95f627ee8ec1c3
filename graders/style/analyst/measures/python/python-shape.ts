import { unrelatedParts } from '../cohesion.ts';
import { countLines, type Token } from '../code-lines.ts';
import {
  type ClassShape,
  type FunctionShape,
  type ImportFound,
  named,
  noteDepth,
  outside,
  type Shape,
} from '../shape.ts';
import { importsIn, isForTypes } from './imports.ts';
import { isText, membersOf } from './members.ts';
import { at, type Node, treeOf, walk } from './tree.ts';

/** The same kinds as in JavaScript, and `match` for `switch`; an `elif` is none of its own. */
const CONTROL = new Set([
  'if_statement',
  'for_statement',
  'while_statement',
  'try_statement',
  'with_statement',
  'match_statement',
]);

interface Around {
  fn: FunctionShape;
  depth: number;
  inClass: string | null;
  forTypes: boolean;
}

/** Measures Python; null if the text cannot be parsed. */
export function pythonShape(text: string): Shape | null {
  const root = treeOf(text);
  if (root === null) return null;
  const place = placesIn(text);
  const functions = [outside()];
  const classes: ClassShape[] = [];
  const imports: ImportFound[] = [];
  const tokens: Token[] = [];
  const [first = outside()] = functions;
  walk<Around>(root, { fn: first, depth: 0, inClass: null, forTypes: false }, (node, around) => {
    if (node.type === 'comment' || node.type === 'line_continuation' || isText(node)) return null;
    const { start, end } = node;
    const { line } = place(start);
    if (isToken(node) && text.slice(start, end).trim() !== '')
      tokens.push({ start, end, first: line, last: place(end - 1).line });
    imports.push(...importsIn(node, text, line, around.forTypes));
    const own = at(node, 'name');
    const name = own === null ? null : text.slice(own.start, own.end);
    if (node.type === 'function_definition') {
      const whole = name === null || around.inClass === null ? name : `${around.inClass}.${name}`;
      const words = named(whole, 'a function without a plain name');
      const fn: FunctionShape = { ...outside(), start, end, ...place(start), ...words };
      functions.push(fn);
      return { ...around, fn, depth: 0, inClass: null };
    }
    if (node.type === 'class_definition') {
      const words = named(name, 'a class without a plain name');
      const parts = unrelatedParts(membersOf(node, text));
      classes.push({ start, end, ...place(start), ...words, parts });
      return { ...around, inClass: name };
    }
    const forTypes = around.forTypes || (node.type === 'block' && isTypesOnly(node, text));
    if (!CONTROL.has(node.type)) return { ...around, forTypes };
    noteDepth(around.fn, around.depth + 1, line);
    return { ...around, depth: around.depth + 1 };
  });
  return { lines: countLines(tokens, functions, text), functions, classes, imports };
}

/** Of a text, parts alone are in the tree: its escapes. */
function isToken({ type, children, parent }: Node): boolean {
  return type === 'string_content' || (children.length === 0 && parent?.type !== 'string_content');
}

/** The first block of `if TYPE_CHECKING:`, and not what is after its `else:`. */
function isTypesOnly(block: Node, text: string): boolean {
  return block.field === 'consequence' && block.parent !== null && isForTypes(block.parent, text);
}

/** Tells lines and columns of offsets. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
