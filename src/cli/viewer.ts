import { usageError } from '../domain/errors/usage.ts';
import { maySee, NOBODY, type Part, partsOf, type Thing, THINGS } from '../domain/people/rights.ts';
import type { Parts } from './parts.ts';

/** For whom a command looks something up. */
export interface ViewerOptions {
  course: string;
  /** A login. Without it whoever runs the command looks: they have the settings and the database. */
  as?: string;
}

/** The option by which a command is told for whom it looks. */
export const AS = ['--as <login>', 'show what somebody of the school may see, and no more'] as const;

const OPERATOR: ReadonlySet<Part> = new Set(['operator']);

/**
 * What whoever looks is towards the work of a learner.
 *
 * @param learner by default what is looked at is about all of them
 * @throws TouchstoneError `usage.unknown-viewer` where the school has nobody of that login
 */
export async function viewerOf(
  { course, as }: ViewerOptions,
  { who }: Pick<Parts, 'who'>,
  learner = NOBODY,
): Promise<ReadonlySet<Part>> {
  if (as === undefined) return OPERATOR;
  const { roster, account } = await who(course, as);
  if (account === null) throw usageError('usage.unknown-viewer', { login: as });
  return partsOf(account.id, learner, roster);
}

/** @throws TouchstoneError `usage.not-shown` where they may not see it */
export function assertSees(thing: Thing, viewer: ReadonlySet<Part>, as: string | undefined): void {
  if (!maySee(thing, viewer)) throw usageError('usage.not-shown', { login: as ?? '', what: THINGS[thing] });
}
