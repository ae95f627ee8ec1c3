import { eq, max, notInArray } from 'drizzle-orm';
import type { KeepingStore } from '../../record/keeping/keeping-store.ts';
import { lastSigns } from './privacy/last-signs.ts';
import { loginsOf } from './privacy/logins.ts';
import { expiries, pullRequests, submissions } from './schema.ts';
import { timeNow, type Rows, type Session } from './session.ts';

/** How long ago something came of each person. What we look at by ourselves is nothing of theirs. */
export function keepingRows({ rows, now }: Session): KeepingStore {
  return {
    now: () => timeNow(rows, now),

    async quietSince(lastBefore) {
      const last = await lastSigns(rows);
      for (const [id, seenAt] of await onlySeen(rows)) if (!last.has(id)) last.set(id, seenAt);
      const warnings = await rows.select().from(expiries);
      const warned = new Map(warnings.map((each) => [each.learnerId, each]));
      const quiet = [...last].filter(([id, at]) => at <= lastBefore || warned.has(id));
      const logins = await loginsOf(
        rows,
        quiet.map(([id]) => id),
      );
      return quiet.map(([id, lastAt]) => ({
        id,
        login: logins.get(id) ?? String(id),
        lastAt,
        warnedAt: warned.get(id)?.warnedAt.getTime() ?? null,
        dueAt: warned.get(id)?.dueAt?.getTime() ?? null,
      }));
    },

    async warned(id, dueAt) {
      const due = new Date(dueAt);
      await rows
        .insert(expiries)
        .values({ learnerId: id, warnedAt: now(), dueAt: due })
        .onConflictDoUpdate({ target: expiries.learnerId, set: { dueAt: due } });
    },

    async forgiven(id) {
      await rows.delete(expiries).where(eq(expiries.learnerId, id));
    },
  };
}

/** Learners of whom nothing but a pull request is known, on which there was nothing to mark: when it was seen. */
async function onlySeen(rows: Rows): Promise<Map<number, number>> {
  const marked = rows.selectDistinct({ id: submissions.pullRequestId }).from(submissions);
  const found = await rows
    .select({ id: pullRequests.learnerId, at: max(pullRequests.seenAt) })
    .from(pullRequests)
    .where(notInArray(pullRequests.id, marked))
    .groupBy(pullRequests.learnerId);
  return new Map(found.flatMap(({ id, at }) => (at === null ? [] : [[id, at.getTime()] as const])));
}
