import type { Token } from './token.ts';

/** Words, numbers, and signs one by one. */
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*|\p{N}[\p{N}.]*|[^\s\p{L}\p{N}_$]/gu;

/** Remarks, each kind with its texts, in which nothing is a remark. */
const REMARKS: Readonly<Record<string, RegExp>> = {
  slashes: /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[^]*?\*\/|\/\/[^\n]*/g,
  hash: /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#[^\n]*/g,
  sql: /("(?:[^"\n])*"|'(?:[^'])*')|\/\*[^]*?\*\/|--[^\n]*/g,
  markup: /(?!)()|<!--[^]*?-->/g,
};

const KIND: Readonly<Record<string, string>> = { python: 'hash', sql: 'sql', html: 'markup' };

/** Reads a text as its words, without remarks: what no grammar is there for, and what its grammar cannot read. */
export function readWords(text: string, language: string): Token[] {
  const remarks = REMARKS[KIND[language] ?? 'slashes'] ?? /(?!)/g;
  const said = text.replace(
    remarks,
    (all, quoted: string | undefined) => quoted ?? all.replace(/[^\n]/g, ' '),
  );
  return said.split('\n').flatMap((line, index) =>
    [...line.matchAll(WORD)].map(([word]): Token => ({
      symbol: 'word',
      word: word.toLowerCase(),
      line: index + 1,
    })),
  );
}
