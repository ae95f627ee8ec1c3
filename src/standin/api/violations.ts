/** Something that the real GitHub would not have taken, or that it would never have said. */
interface Violation {
  at: number;
  /**
   * `unknown-route`: a call that the stand-in does not know; `request`: one that GitHub would refuse; `reply` and
   * `webhook`: a fault of the stand-in itself.
   */
  kind: 'unknown-route' | 'request' | 'reply' | 'webhook';
  /** `POST /repos/o/r/check-runs`, or the webhook's `event.action`. */
  where: string;
  errors: string[];
}

/** Everything that went against GitHub's description. A test that is content with itself finds this empty. */
export interface Violations {
  readonly list: readonly Violation[];
  add(violation: Omit<Violation, 'at'>): void;
  clear(): void;
}

export function createViolations(now: () => number): Violations {
  const list: Violation[] = [];
  return {
    list,
    add: (violation) => void list.push({ at: now(), ...violation }),
    clear: () => void list.splice(0),
  };
}
