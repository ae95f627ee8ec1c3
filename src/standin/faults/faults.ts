/** A fault on demand: what happens to the next calls that match. */
export interface Fault {
  /** `GET`, `POST` …; any when left out. */
  method?: string;
  /** Below the API's base: `/repos/o/r/check-runs`, GitHub's template `/repos/{owner}/{repo}/check-runs`, or a pattern; any when left out. */
  path?: string | RegExp;
  /** How many calls it hits; 1 when left out. */
  times?: number;
  /** The answer's status; without it the call is answered as usual (after `delayMs`). */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** The call does its work first, and only its answer is lost: the comment is there, and the caller reads 502. */
  afterEffect?: boolean;
  delayMs?: number;
  /** The connection is reset in place of an answer. */
  dropConnection?: boolean;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits a call, if any; it is used up by one. */
  take(call: { method: string; path: string; template: string | null }): Fault | null;
}

export function createFaults(): Faults {
  let pending: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      pending = [];
    },
    take: (call) => {
      const hit = pending.find(({ fault, left }) => left > 0 && matches(fault, call));
      if (!hit) return null;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

function matches(fault: Fault, call: { method: string; path: string; template: string | null }): boolean {
  if (fault.method !== undefined && fault.method !== call.method) return false;
  if (fault.path === undefined) return true;
  if (fault.path instanceof RegExp) return fault.path.test(call.path);
  return fault.path === call.path || fault.path === call.template;
}
