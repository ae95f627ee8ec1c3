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

/** What reading needs besides the tree, and what it finds besides tokens. */
interface Context {
  cursor: TreeCursor;
  grammar: Grammar;
  own: OwnNames;
  leaves: RawToken[];
  /** How many leaves stand in something that could not be parsed. */
  wrong: number;
  embedded: Embedded[];
}

/** Where a node stands: the types of what it is in. */
interface Place {
  parent: string;
  grand: string;
  depth: number;
  /** Names that are declared here are seen nowhere else. */
  inFunction: boolean;
  inError: boolean;
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

export interface ReadTree {
  /** In canonical form. */
  tokens: RawToken[];
  /** As written. */
  leaves: RawToken[];
  /** How many of the leaves stand in something that could not be parsed. */
  wrong: number;
  embedded: Embedded[];
}

/** Reads what stands under a cursor, and notes the names that it declares. */
export function readTree(cursor: TreeCursor, grammar: Grammar, own: OwnNames): ReadTree {
  const context: Context = { cursor, grammar, own, leaves: [], wrong: 0, embedded: [] };
  const top = { parent: '', grand: '', depth: 0, inFunction: false, inError: false };
  const { tokens } = readNode(context, cursor.nodeType, top);
  const { leaves, wrong, embedded } = context;
  return { tokens, leaves, wrong, embedded };
}

function readNode(context: Context, type: string, place: Place): Piece<RawToken> {
  const { cursor, grammar } = context;
  if (place.depth > DEEPEST) throw new TooDeep('nested too deeply');
  if (grammar.skip.has(type)) return nothing;
  const isText = grammar.values[type] !== undefined;
  if (isText ? hasExpressions(cursor) : !isLeaf(type, grammar)) {
    const inside = {
      parent: type,
      grand: place.parent,
      depth: place.depth + 1,
      inFunction: place.inFunction || FUNCTION.test(type),
      inError: place.inError || type === 'ERROR',
    };
    const parts = readParts(context, inside);
    if (parts !== null) return composed(context, type, parts, inside.inFunction);
  }
  return { tokens: leavesOf(context, type, place), pivot: null };
}

/** Reads a leaf: what of it counts. */
function leavesOf(context: Context, type: string, place: Place): RawToken[] {
  const { cursor, grammar, own, leaves } = context;
  const found = leavesAt(cursor, type, grammar, place);
  const tokens: RawToken[] = [];
  for (const leaf of found) {
    leaves.push(leaf);
    noteOwn(leaf, own);
    const symbol = grammar.words[leaf.symbol] ?? leaf.symbol;
    if (symbol !== '' || leaf.role !== null) tokens.push(symbol === leaf.symbol ? leaf : { ...leaf, symbol });
  }
  if (place.inError || type === 'ERROR') context.wrong += found.length;
  return tokens;
}

function composed(
  { grammar, own, cursor, embedded }: Context,
  type: string,
  parts: Part<RawToken>[],
  inFunction: boolean,
): Piece<RawToken> {
  const ending = grammar.embeds[type];
  if (ending !== undefined) embedded.push(...embeddedIn(cursor, ending));
  const reached = grammar.blocks.has(type) ? withoutUnreached(parts, grammar) : parts;
  const fields = grammar.assigns[type];
  const property = fields === undefined ? null : ownProperty(reached, fields);
  if (property !== null) own.properties.add(property);
  const line = parts.find(({ tokens }) => tokens.length > 0)?.tokens[0]?.line ?? 1;
  const made = (symbol: string, word = ''): RawToken => ({ symbol, word, line, role: null });
  const arranged = (grammar.arrange[type] ?? inOrder)(reached, made);
  const opens = grammar.opens[type];
  const opened = opens === undefined ? arranged : { tokens: [made(opens), ...arranged.tokens], pivot: null };
  const idle = fields === undefined || !inFunction ? null : idleAssignment(reached, fields);
  return idle === null ? opened : { ...opened, tokens: opened.tokens.map((token) => ({ ...token, idle })) };
}

/** Null for a leaf. */
function readParts(context: Context, place: Place): Part<RawToken>[] | null {
  const { cursor, grammar } = context;
  if (!cursor.gotoFirstChild()) return null;
  // To ask for it takes time, and most nodes do not need it.
  const needsFields =
    grammar.arrange[place.parent] !== undefined || grammar.assigns[place.parent] !== undefined;
  const parts: Part<RawToken>[] = [];
  do {
    const field = needsFields ? cursor.currentFieldName : null;
    const type = cursor.nodeType;
    const { tokens, pivot } = readNode(context, type, place);
    parts.push({ field, type, tokens, pivot });
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return parts;
}

/** A text with expressions in it is put together from its parts. */
function hasExpressions(cursor: TreeCursor): boolean {
  if (!cursor.gotoFirstChild()) return false;
  let found = false;
  do found ||= EXPRESSIONS.has(cursor.nodeType);
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return found;
}

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

const isLeaf = (type: string, { names, vocabulary }: Grammar): boolean =>
  names.has(type) || vocabulary[type] !== undefined;

/** What a leaf says: one token, or none, or one for each name of a list. */
function leavesAt(cursor: TreeCursor, type: string, grammar: Grammar, { parent, grand }: Place): RawToken[] {
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
  const word = cursor.nodeText;
  if (!/\s/.test(word)) return [{ symbol: '', word, line, role }];
  const words = word.split(/\s+/).filter((one) => one !== '');
  return words.map((one) => ({ symbol: '', word: one, line, role }));
}
