/** Words, operators, and anything else one by one; space is no matter. */
const TOKEN = /[\w$]+|[-=!<>+*/%&|?^~]+|\S/gu;

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Where two texts differ: what the one has there and the other has, from the character `at` of the first on. */
export interface Difference {
  at: number;
  before: string;
  after: string;
}

/** Leaves out what two versions of a piece of program begin and end with alike, unless half a pair of brackets were left. */
export function differenceOf(before: string, after: string): Difference {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  const most = Math.min(old.length, young.length);
  let head = 0;
  while (head < most && old[head]?.text === young[head]?.text) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)?.text === young.at(-1 - tail)?.text) tail += 1;
  const [left, right] = [old, young].map((tokens) => tokens.slice(head, tokens.length - tail));
  if (left === undefined || right === undefined || !isBalanced(left) || !isBalanced(right))
    return { at: 0, before, after };
  return {
    at: left[0]?.at ?? old[head]?.at ?? before.length,
    before: textOf(before, left),
    after: textOf(after, right),
  };
}

interface Token {
  text: string;
  at: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((token) => ({ text: token[0], at: token.index }));
}

function textOf(text: string, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.at, last.at + last.text.length);
}

function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { text } of tokens) {
    if (Object.values(CLOSING).includes(text)) open.push(text);
    else if (text in CLOSING && open.pop() !== CLOSING[text]) return false;
  }
  return open.length === 0;
}
