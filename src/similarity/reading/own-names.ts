import type { Part } from './grammar.ts';
import type { RawToken } from './raw-token.ts';

interface Fields {
  left: string;
  right: string;
}

const tokensIn = (parts: readonly Part<RawToken>[], name: string): RawToken[] =>
  parts.filter(({ field }) => field === name).flatMap(({ tokens }) => tokens);

/** What an object calls itself, and what a module calls what it gives to others. */
const ITSELF = new Set(['this', 'self', 'exports', 'prototype']);

/** `this.buffer = ...`, `self.x = ...`: the property is the submission's own. Null where nothing of this kind is given a value. */
export function ownProperty(parts: readonly Part<RawToken>[], { left }: Fields): string | null {
  const given = tokensIn(parts, left);
  const last = given.at(-1);
  const before = given.at(-2);
  if (last === undefined || before === undefined || last.role !== 'property' || given.length > 3) return null;
  return ITSELF.has(before.word) || before.symbol === 'this' ? last.word : null;
}

/** What may do more than have a value. */
const DOES_SOMETHING = new Set(['call', 'new', 'function', 'class', 'await', 'yield', '=', 'loop', 'delete']);

/** The name that is given a value here, where working the value out does nothing else; null otherwise. */
export function idleAssignment(parts: readonly Part<RawToken>[], { left, right }: Fields): string | null {
  const [name, ...others] = tokensIn(parts, left);
  const value = tokensIn(parts, right);
  if (name?.role !== 'declares' || others.length > 0 || value.length === 0) return null;
  return value.some(({ symbol }) => DOES_SOMETHING.has(symbol)) ? null : name.word;
}
