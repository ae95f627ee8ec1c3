/** How long a school keeps what it knows of a person. */
export interface Keeping {
  /** Days after the last thing that they did. */
  days: number;
  /** Staff are warned so many days before it is erased. */
  warningDays: number;
}

/** Somebody of whom nothing has come for a long time. Times are milliseconds since 1970. */
export interface Quiet {
  id: number;
  login: string;
  /** When the last thing of theirs came. */
  lastAt: number;
  /** When staff were warned; null while they were not. */
  warnedAt: number | null;
  /** When it will be erased, as staff were told last; null while they were not. */
  dueAt: number | null;
}

type Told = Pick<Quiet, 'lastAt' | 'warnedAt'>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When what is kept of somebody is erased: never before staff had the whole time of the warning. */
export function erasedAt({ lastAt, warnedAt }: Told, { days, warningDays }: Keeping, now: number): number {
  return Math.max(lastAt + days * DAY_MS, (warnedAt ?? now) + warningDays * DAY_MS);
}

/**
 * What is to be done about somebody quiet now. `forgive`: something came since the warning, so it is void; or the school says that they
 * are there. Of whoever is in the roster nothing is erased, however long nothing has come of them.
 */
export function dueFor(
  quiet: Told,
  keeping: Keeping,
  now: number,
  isThere: boolean,
): 'nothing' | 'warn' | 'forgive' | 'erase' {
  const { lastAt, warnedAt } = quiet;
  if (isThere) return warnedAt === null ? 'nothing' : 'forgive';
  const isNear = lastAt + (keeping.days - keeping.warningDays) * DAY_MS <= now;
  if (warnedAt === null) return isNear ? 'warn' : 'nothing';
  if (!isNear || lastAt > warnedAt) return 'forgive';
  return erasedAt(quiet, keeping, now) <= now ? 'erase' : 'nothing';
}
