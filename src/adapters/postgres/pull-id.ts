import { and, eq } from 'drizzle-orm';
import { pullRequests } from './schema.ts';
import type { Rows } from './session.ts';

/** Our own number of a pull request; null where it is not known. */
export async function pullIdOf(
  rows: Rows,
  { repositoryId, number }: { repositoryId: number; number: number },
): Promise<number | null> {
  const [found] = await rows
    .select({ id: pullRequests.id })
    .from(pullRequests)
    .where(and(eq(pullRequests.repositoryId, repositoryId), eq(pullRequests.number, number)));
  return found?.id ?? null;
}
