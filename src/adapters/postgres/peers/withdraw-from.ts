import { and, eq, inArray } from 'drizzle-orm';
import { peerRequests } from '../schema.ts';
import type { Rows, Session } from '../session.ts';
import { UNSETTLED } from './facts.ts';

/**
 * Ends what is asked of a peer who is no longer known, so that somebody else is asked. GitHub still shows the request: without their
 * login it cannot be taken back.
 */
export async function withdrawFrom(tx: Rows, peer: number, now: Session['now']): Promise<void> {
  await tx
    .update(peerRequests)
    .set({ state: 'withdrawn', changedAt: now() })
    .where(and(eq(peerRequests.peerId, peer), inArray(peerRequests.state, [...UNSETTLED])));
  await tx.update(peerRequests).set({ onGithub: false }).where(eq(peerRequests.peerId, peer));
}
