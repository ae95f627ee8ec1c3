import type { Grammar, Part } from './grammar.ts';

/** The statements of a block without those that are never reached: what stands after a return, and counts nowhere else. */
export function withoutUnreached<T>(
  parts: readonly Part<T>[],
  { ends, hoisted }: Grammar,
): readonly Part<T>[] {
  const end = parts.findIndex(({ type }) => ends.has(type));
  return end === -1 ? parts : parts.filter(({ type }, at) => at <= end || hoisted.has(type));
}
