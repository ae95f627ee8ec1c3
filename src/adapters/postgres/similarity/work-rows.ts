import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { ENTRIES } from '../../../similarity/index/sketch.ts';
import type { KnownWork, WorkStore } from '../../../similarity/index/work-store.ts';
import { similarityPostings, similarityWorks } from '../schema.ts';
import type { Session } from '../session.ts';

/** Of an entry that more works have, only those that were added last are looked at: so what is asked costs the same however many there are. */
const MOST_HOLDERS = 64;

/** Among the best there may be the learner's own work, and those of a project that shares its number with this one. */
const SPARE = 8;

/** What is left of the numbers that are exact. */
const PROJECTS = 2 ** 20;

/** The same entry of another project is another one. Where two projects share a number, their works are told apart after all. */
function entriesIn(project: string, sketch: readonly number[]): number[] {
  const number = createHash('sha256').update(project).digest().readUInt32BE(0) % PROJECTS;
  return sketch.map((entry) => number * ENTRIES + entry);
}

/** As one value: a list of a hundred parameters costs more than what is asked. */
const listed = (numbers: readonly number[]): SQL =>
  sql`unnest(string_to_array(${numbers.join(',')}, ',')::bigint[])`;

const Found = z.object({
  rows: z.array(z.object({ id: z.coerce.number(), shared: z.coerce.number(), weight: z.coerce.number() })),
});

/** The index of what was handed in. */
export function workRows({ rows, transaction }: Session): WorkStore {
  const known = () =>
    rows
      .select({
        id: similarityWorks.id,
        submissionId: similarityWorks.submissionId,
        project: similarityWorks.project,
        learnerId: similarityWorks.learnerId,
        cohort: similarityWorks.cohort,
        handedInAt: similarityWorks.handedInAt,
        reading: similarityWorks.reading,
      })
      .from(similarityWorks)
      .$dynamic();
  const read = async (query: ReturnType<typeof known>): Promise<KnownWork[]> =>
    (await query).map(({ handedInAt, ...work }) => ({ ...work, handedInAt: handedInAt.getTime() }));
  const ofAnother = (project: string, learnerId: number) =>
    and(eq(similarityWorks.project, project), ne(similarityWorks.learnerId, learnerId));

  return {
    add: ({ sketch, ...work }) =>
      transaction(async (tx) => {
        const values = { ...work, handedInAt: new Date(work.handedInAt) };
        const [added] = await tx
          .insert(similarityWorks)
          .values(values)
          .onConflictDoUpdate({
            target: [similarityWorks.project, similarityWorks.learnerId],
            set: values,
            setWhere: sql`${similarityWorks.handedInAt} <= excluded.handed_in_at`,
          })
          .returning({ id: similarityWorks.id });
        if (added === undefined) {
          const [newer] = await tx
            .select({ id: similarityWorks.id })
            .from(similarityWorks)
            .where(
              and(eq(similarityWorks.project, work.project), eq(similarityWorks.learnerId, work.learnerId)),
            );
          if (newer === undefined) throw new Error('a work that is in the index is not there');
          return newer.id;
        }
        const entries = entriesIn(work.project, sketch);
        await tx.execute(sql`
          delete from ${similarityPostings}
          where work_id = ${added.id} and entry not in (select ${listed(entries)})`);
        await tx.execute(sql`
          insert into ${similarityPostings} (entry, work_id) select ${listed(entries)}, ${added.id}::bigint
          on conflict do nothing`);
        return added.id;
      }),

    async of(project, learnerId) {
      const where = and(eq(similarityWorks.project, project), eq(similarityWorks.learnerId, learnerId));
      const [work] = await read(known().where(where));
      return work ?? null;
    },

    async neighbours(project, learnerId, sketch, limit) {
      const found = await rows.execute(sql`
        select w.id, best.shared, best.weight from (
        select p.work_id, count(*) as shared, sum(1.0 / p.holders) as weight
        from (select ${listed(entriesIn(project, sketch))} as entry) k
        cross join lateral (
          select held.work_id, count(*) over () as holders from (
            select work_id from ${similarityPostings} where entry = k.entry
            order by work_id desc limit ${MOST_HOLDERS}
          ) held
        ) p
        group by p.work_id order by weight desc, p.work_id desc limit ${limit + SPARE}
        ) best
        join ${similarityWorks} w on w.id = best.work_id and w.project = ${project} and w.learner_id <> ${learnerId}
        order by best.weight desc, w.id desc limit ${limit}`);
      return Found.parse(found).rows;
    },

    async latest(project, learnerId, limit) {
      const found = await rows
        .select({ id: similarityWorks.id })
        .from(similarityWorks)
        .where(ofAnother(project, learnerId))
        .orderBy(desc(similarityWorks.handedInAt))
        .limit(limit);
      return found.map(({ id }) => id);
    },

    elsewhere: (project, limit) =>
      read(
        known()
          .where(ne(similarityWorks.project, project))
          .orderBy(desc(similarityWorks.handedInAt))
          .limit(limit),
      ),

    read: (ids) =>
      ids.length === 0 ? Promise.resolve([]) : read(known().where(inArray(similarityWorks.id, [...ids]))),
  };
}
