/** Somebody looks at a pull request, so that nobody else need. */
export interface Claim {
  id: number;
  login: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Somebody who has not come to it within a day and a half has had a working day for it. */
export const CLAIM_LASTS_MS = 36 * 60 * 60 * 1000;

/** A claim lapses by itself, so that work of somebody who was called away is not left. */
export function holds({ at }: Pick<Claim, 'at'>, now: number): boolean {
  return now - at < CLAIM_LASTS_MS;
}
