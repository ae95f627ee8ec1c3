/** Remembers that GitHub takes no calls for a while: asking on regardless makes it close the door for longer. */
export interface Quota {
  /** Milliseconds since 1970, or null where calls are taken. */
  closedUntil(now: number): number | null;
  close(until: number): void;
}

export function createQuota(): Quota {
  let closed = 0;
  return {
    closedUntil: (now) => (closed > now ? closed : null),
    close: (until) => {
      closed = Math.max(closed, until);
    },
  };
}
