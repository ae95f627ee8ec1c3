import type { TreeCursor } from 'web-tree-sitter';
import { inOrder } from './arrange.ts';
import { withoutUnreached } from './dead-code.ts';
import type { Grammar, Part, Piece, Role } from './grammar.ts';
import { idleAssignment, ownProperty } from './own-names.ts';
import { noteOwn, type OwnNames, type RawToken } from './raw-token.ts';
import { bareText } from './texts.ts';

/** A text in another language, in the middle of a file. */
export interface Embedded {
  /** The ending of files in that language. */
  ending: string;
  text: string;
  /** Lines before its first. */
  linesBefore: number;
}

/** What reading needs besides the tree. */
interface Context {
  cursor: TreeCursor;
  grammar: Grammar;
  own: OwnNames;
  embedded: Embedded[];
}

/** Where a node stands: the types of what it is in. */
interface Place {
  parent: string;
  grand: string;
  depth: number;
  /** Names that are declared here are seen nowhere else. */
  inFunction: boolean;
}

/** Deeper programs are read as words. */
const DEEPEST = 1_000;

/** Thrown where a program is nested deeper than anybody writes by hand. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

const nothing: Piece<RawToken> = { tokens: [], pivot: null };
const TEXTS_BETWEEN_TAGS = new Set(['jsx_text', 'text']);
const FUNCTION = /function|method|constructor|lambda/;
const EXPRESSIONS = new Set(['interpolation', 'template_substitution']);

/** Reads what stands under a cursor, and notes the names that it declares and the texts in other languages. */
export function readTree(
  cursor: TreeCursor,
  grammar: Grammar,
  own: OwnNames,
): { tokens: RawToken[]; embedded: Embedded[] } {
  const context: Context = { cursor, grammar, own, embedded: [] };
  const { tokens } = readNode(context, { parent: '', grand: '', depth: 0, inFunction: false });
  return { tokens, embedded: context.embedded };
}

function readNode(context: Context, place: Place): Piece<RawToken> {
  const { cursor, grammar, own } = context;
  if (place.depth > DEEPEST) throw new TooDeep('nested too deeply');
  const type = cursor.nodeType;
  if (grammar.skip.has(type)) return nothing;
  const line = cursor.startPosition.row + 1;
  const made = (symbol: string, word = ''): RawToken => ({ symbol, word, line, role: null });
  if (grammar.values[type] === undefined || hasExpressions(cursor)) {
    if (grammar.values[type] === undefined && isLeaf(type, grammar)) {
      const leaves = leavesAt(cursor, grammar, place);
      for (const leaf of leaves) noteOwn(leaf, own);
      return { tokens: leaves, pivot: null };
    }
    const inFunction = place.inFunction || FUNCTION.test(type);
    const depth = place.depth + 1;
    const parts = readParts(context, { parent: type, grand: place.parent, depth, inFunction });
    if (parts !== null) return composed(type, parts, context, made, inFunction);
  }
  return { tokens: leavesAt(cursor, grammar, place).map(renamed(grammar)).filter(speaks), pivot: null };
}

const speaks = ({ symbol, role }: RawToken): boolean => symbol !== '' || role !== null;

const renamed =
  ({ words }: Grammar) =>
  (token: RawToken): RawToken => ({ ...token, symbol: words[token.symbol] ?? token.symbol });

function composed(
  type: string,
  parts: Part<RawToken>[],
  { grammar, own, cursor, embedded }: Context,
  made: (symbol: string, word?: string) => RawToken,
  inFunction: boolean,
): Piece<RawToken> {
  const ending = grammar.embeds[type];
  if (ending !== undefined) embedded.push(...embeddedIn(cursor, ending));
  const reached = grammar.blocks.has(type) ? withoutUnreached(parts, grammar) : parts;
  const fields = grammar.assigns[type];
  if (fields !== undefined) {
    const property = ownProperty(reached, fields);
    if (property !== null) own.properties.add(property);
  }
  const arranged = (grammar.arrange[type] ?? inOrder)(reached, made);
  const opens = grammar.opens[type];
  const tokens = opens === undefined ? arranged.tokens : [made(opens), ...arranged.tokens];
  const pivot = opens === undefined ? arranged.pivot : null;
  const idle = fields === undefined || !inFunction ? null : idleAssignment(reached, fields);
  return { tokens: idle === null ? tokens : tokens.map((token) => ({ ...token, idle })), pivot };
}

/** Null for a leaf. */
function readParts(context: Context, place: Place): Part<RawToken>[] | null {
  const { cursor } = context;
  if (!cursor.gotoFirstChild()) return null;
  const parts: Part<RawToken>[] = [];
  do {
    const field = cursor.currentFieldName;
    parts.push({ field, type: cursor.nodeType, ...readNode(context, place) });
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return parts;
}

function someChild(cursor: TreeCursor, is: (type: string) => boolean): boolean {
  if (!cursor.gotoFirstChild()) return false;
  let found = false;
  do found ||= is(cursor.nodeType);
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return found;
}

/** A text with expressions in it is put together from its parts. */
const hasExpressions = (cursor: TreeCursor): boolean => someChild(cursor, (type) => EXPRESSIONS.has(type));

function embeddedIn(cursor: TreeCursor, ending: string): Embedded[] {
  const found: Embedded[] = [];
  if (!cursor.gotoFirstChild()) return found;
  do {
    if (cursor.nodeType === 'raw_text')
      found.push({ ending, text: cursor.nodeText, linesBefore: cursor.startPosition.row });
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return found;
}

const isLeaf = (type: string, { names, values, vocabulary }: Grammar): boolean =>
  names.has(type) || values[type] !== undefined || vocabulary[type] !== undefined;

/** What a leaf says: one token, or none, or one for each name of a list. */
function leavesAt(
  cursor: TreeCursor,
  grammar: Grammar,
  { parent, grand }: Pick<Place, 'parent' | 'grand'>,
): RawToken[] {
  const type = cursor.nodeType;
  const line = cursor.startPosition.row + 1;
  const value = grammar.values[type];
  if (value !== undefined) {
    const word = bareText(cursor.nodeText);
    if (word === '' && TEXTS_BETWEEN_TAGS.has(type)) return [];
    return [{ symbol: value, word, line, role: null }];
  }
  const before = grammar.vocabulary[type];
  if (before !== undefined)
    return [{ symbol: before + cursor.nodeText.toLowerCase(), word: '', line, role: null }];
  if (!grammar.names.has(type)) return [{ symbol: type, word: '', line, role: null }];
  const field = cursor.currentFieldName ?? '';
  const role: Role =
    grammar.roles[`${grand}>${parent}`]?.[field] ??
    grammar.roles[parent]?.[field] ??
    (grammar.properties.has(type) ? 'property' : 'name');
  const words = cursor.nodeText.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => ({ symbol: '', word, line, role }));
}

/** Every word of a program as it was written, but for what is left out of every reading; `wrong`: how many of them could not be parsed. */
export function readLeaves(cursor: TreeCursor, grammar: Grammar): { leaves: RawToken[]; wrong: number } {
  const leaves: RawToken[] = [];
  let wrong = 0;
  let errorsAround = 0;
  const around: string[] = [];
  for (;;) {
    const type = cursor.nodeType;
    if (!grammar.skip.has(type) && !isLeaf(type, grammar) && cursor.gotoFirstChild()) {
      around.push(type);
      if (type === 'ERROR') errorsAround += 1;
      continue;
    }
    if (!grammar.skip.has(type)) {
      const said = leavesAt(cursor, grammar, { parent: around.at(-1) ?? '', grand: around.at(-2) ?? '' });
      if (errorsAround > 0 || type === 'ERROR') wrong += said.length;
      for (const leaf of said) leaves.push(leaf);
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return { leaves, wrong };
      if (around.pop() === 'ERROR') errorsAround -= 1;
    }
  }
}
