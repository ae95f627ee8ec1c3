import type { HookFilter } from './hooks.ts';

/** What becomes of a delivery before it is sent. */
type Fate = { kind: 'send'; copies: number } | { kind: 'hold' } | { kind: 'drop' };

interface Rule {
  filter: HookFilter;
  fate: Fate;
  left: number;
}

/** The rules that tests laid down for deliveries; the newest rule that matches counts. */
export interface FateRules {
  add(filter: HookFilter, fate: Fate, times: number): void;
  removeHolds(): void;
  /** Decides for one delivery, and uses up one time of the rule that decided. */
  decide(delivery: { event: string; action: string | null }): Fate;
}

export function createFateRules(): FateRules {
  let rules: Rule[] = [];
  return {
    add: (filter, fate, times) => void rules.unshift({ filter, fate, left: times }),
    removeHolds: () => {
      rules = rules.filter((rule) => rule.fate.kind !== 'hold');
    },
    decide: (delivery) => {
      const rule = rules.find(({ filter, left }) => left > 0 && matches(filter, delivery));
      if (!rule) return { kind: 'send', copies: 1 };
      rule.left -= 1;
      return rule.fate;
    },
  };
}

function matches(filter: HookFilter, delivery: { event: string; action: string | null }): boolean {
  return (
    (filter.event === undefined || filter.event === delivery.event) &&
    (filter.action === undefined || filter.action === delivery.action)
  );
}
