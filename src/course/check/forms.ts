import type { Tried } from './trial.ts';

/** In words, the forms in which something is so: nothing to say where it is so in all of them. */
export function inForms(some: readonly Tried[], all: readonly Tried[]): string {
  const so = formsOf(some);
  if (so.length === formsOf(all).length) return '';
  return ` in the form ${so.map((form) => `"${form ?? ''}"`).join(' and in the form ')}`;
}

/** The forms of some trials, each once; null is the form of a project that has none. */
export function formsOf(tried: readonly Tried[]): (string | null)[] {
  return [...new Set(tried.map(({ trial }) => trial.form))];
}

/** Trials in groups, in the order in which each group is met first. */
export function groupedBy(tried: readonly Tried[], keyOf: (one: Tried) => string | null): Tried[][] {
  const groups = new Map<string | null, Tried[]>();
  for (const one of tried) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
