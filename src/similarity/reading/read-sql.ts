import type { RawToken } from './raw-token.ts';

/** Texts, quoted names, numbers, words, and signs one by one. */
const PIECE =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[\p{L}_][^\]\n]*\]|[\p{L}_@#][\p{L}\p{N}_$@#]*|\p{N}[\p{N}.]*|<>|!=|<=|>=|\|\||::|[^\s\p{L}\p{N}_]/gu;

const REMARK = /('(?:[^']|'')*')|\/\*[^]*?\*\/|--[^\n]*/g;

/** Words of the language, of which the name of something is none. Functions are names from elsewhere. */
const KEYWORDS = new Set(
  `add all alter and any as asc begin between by case cast check column commit constraint create cross database default delete desc distinct
  drop else end except exists false fetch first for foreign from full function group having if in index inner insert intersect into is join key
  left like limit natural not null offset on or order outer over partition primary procedure references returning returns right rollback row rows
  select set table temporary then to transaction trigger true union unique update using values view when where with`.split(
    /\s+/,
  ),
);

/** After these stands a name that whoever wrote the text has chosen. */
const DECLARES = new Set(['as', 'table', 'view', 'index', 'with', 'constraint', 'function', 'procedure']);

const SILENT = new Set(['(', ')', ',', ';', '.', 'as', 'inner', 'outer', 'asc', 'if', 'exists']);
const SAME: Readonly<Record<string, string>> = { '<>': '!=' };

/**
 * Reads SQL by its words: no grammar for it is built for WebAssembly and kept. Keywords in either case are one, texts and numbers are values, and a
 * name is the submission's own where it is declared.
 */
export function readSql(text: string): { tokens: RawToken[]; leaves: RawToken[] } {
  const said = text.replace(
    REMARK,
    (all, quoted: string | undefined) => quoted ?? all.replace(/[^\n]/g, ' '),
  );
  const leaves: RawToken[] = [];
  let line = 1;
  let at = 0;
  for (const match of said.matchAll(PIECE)) {
    for (; at < match.index; at += 1) if (said[at] === '\n') line += 1;
    leaves.push({ ...tokenOf(match[0], leaves.at(-1)?.symbol ?? ''), line });
  }
  const tokens = leaves
    .filter(({ symbol }) => !SILENT.has(symbol))
    .map((leaf) => ({ ...leaf, symbol: SAME[leaf.symbol] ?? leaf.symbol }));
  return { tokens, leaves };
}

function tokenOf(piece: string, before: string): Omit<RawToken, 'line'> {
  if (piece.startsWith("'")) return { symbol: 'text', word: piece.slice(1, -1), role: null };
  if (/^\p{N}/u.test(piece)) return { symbol: 'number', word: piece, role: null };
  const name = /^["`[]./.test(piece) ? piece.slice(1, -1).toLowerCase() : piece.toLowerCase();
  if (name === piece.toLowerCase() && KEYWORDS.has(name)) return { symbol: name, word: '', role: null };
  if (!/^[\p{L}_@#]/u.test(name)) return { symbol: piece, word: '', role: null };
  return { symbol: '', word: name, role: DECLARES.has(before) || before === 'exists' ? 'declares' : 'name' };
}
