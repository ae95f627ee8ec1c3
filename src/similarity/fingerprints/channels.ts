import type { Reading, Token } from '../reading/token.ts';

/** One of the ways in which two works can be alike. */
export interface Channel {
  /** Which tokens of a file it looks at. */
  sequence: (file: Reading) => readonly Token[];
  /** What of a token counts. Two tokens with the same key are the same. */
  key: (token: Token) => string;
  /** How many tokens in a row make a fingerprint: short ones survive being rewritten, long ones say more. */
  lengths: readonly number[];
}

/** Names of the submission's own, which whoever copies it gives other ones. */
const ANY_NAME: ReadonlySet<string> = new Set(['v', 'p']);

const withoutOwnNames = ({ symbol, word }: Token): string =>
  ANY_NAME.has(symbol) || word === '' ? symbol : `${symbol} ${word}`;

const wordsOf = ({ leaves }: Reading): readonly Token[] => leaves.filter(({ word }) => word !== '');

/** As it was written, but for the names: what is copied and renamed. */
export const WRITTEN: Channel = {
  sequence: ({ leaves }) => leaves,
  key: withoutOwnNames,
  lengths: [3, 5, 8],
};
/** In canonical form: what is copied and rewritten. */
export const SHAPE: Channel = { sequence: ({ tokens }) => tokens, key: withoutOwnNames, lengths: [5, 8, 12] };
/** Names, texts and numbers, whatever stands around them: what is left of a copy whose parts were all rewritten. */
export const WORDS: Channel = { sequence: wordsOf, key: ({ word }) => word, lengths: [1] };

export const CHANNELS: readonly Channel[] = [WRITTEN, SHAPE, WORDS];
