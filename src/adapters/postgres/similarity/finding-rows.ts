import { and, asc, between, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Finding, KnownFinding } from '../../../similarity/alike/finding.ts';
import type { FindingStore } from '../../../similarity/alike/finding-store.ts';
import {
  pullRequests,
  similarityFindings,
  similarityMembers,
  similarityWorks,
  submissions,
} from '../schema.ts';
import type { Rows, Session } from '../session.ts';
import { contactsWith } from './contacts.ts';

const Marks = z.array(z.number());
const Places = z.array(z.strictObject({ file: z.string(), start: z.number(), end: z.number() }));

/** What works were found to have in common. */
export function findingRows({ rows, transaction, now }: Session): FindingStore {
  return {
    async about(project, learnerIds) {
      if (learnerIds.length === 0) return [];
      const theirs = rows
        .select({ id: similarityMembers.findingId })
        .from(similarityMembers)
        .where(inArray(similarityMembers.learnerId, [...learnerIds]));
      const found = await rows
        .select()
        .from(similarityFindings)
        .innerJoin(similarityMembers, eq(similarityMembers.findingId, similarityFindings.id))
        .where(and(eq(similarityFindings.project, project), inArray(similarityFindings.id, theirs)))
        .orderBy(asc(similarityFindings.id), asc(similarityMembers.since), asc(similarityMembers.learnerId));
      const all = new Map<number, KnownFinding>();
      for (const { similarity_findings: finding, similarity_members: member } of found) {
        const { id, kind, score, threshold } = finding;
        const known = all.get(id) ?? {
          id,
          kind,
          project,
          score,
          threshold,
          marks: Marks.parse(finding.marks),
          members: [],
        };
        all.set(id, { ...known, members: [...known.members, memberFrom(member)] });
      }
      return [...all.values()];
    },

    keep: ({ members, ...finding }, id) =>
      transaction(async (tx) => {
        const number = await keepFinding(tx, finding, id, now);
        for (const { since, ...member } of members) {
          const at = new Date(since);
          const joined = await tx
            .insert(similarityMembers)
            .values({ ...member, findingId: number, since: at, joinedAt: now() })
            .onConflictDoUpdate({
              target: [similarityMembers.findingId, similarityMembers.learnerId],
              set: { ...member, since: sql`least(${similarityMembers.since}, excluded.since)` },
            })
            .returning({ isNew: sql`xmax = 0`.mapWith(Boolean) });
          if (id !== null && joined.some(({ isNew }) => isNew))
            await tx
              .update(similarityFindings)
              .set({ changedAt: now() })
              .where(eq(similarityFindings.id, id));
        }
        return number;
      }),

    async forStaff() {
      const found = await rows
        .select()
        .from(similarityFindings)
        .innerJoin(similarityMembers, eq(similarityMembers.findingId, similarityFindings.id))
        .innerJoin(submissions, eq(submissions.id, similarityMembers.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .orderBy(asc(similarityFindings.id), asc(similarityMembers.since), asc(similarityMembers.learnerId));
      const byId = new Map<number, typeof found>();
      for (const each of found)
        byId.set(each.similarity_findings.id, [...(byId.get(each.similarity_findings.id) ?? []), each]);
      return [...byId.values()].flatMap((each) => {
        const [first] = each;
        if (first === undefined || each.length < 2) return [];
        const { id, kind, project, score, threshold, foundAt, seenByLogin, seenAt } =
          first.similarity_findings;
        return {
          id,
          kind,
          project,
          score,
          threshold,
          foundAt: foundAt.getTime(),
          seen: seenAt === null ? null : { login: seenByLogin ?? '', at: seenAt.getTime() },
          members: each.map(({ similarity_members: member, pull_requests: pull }) => ({
            learnerId: member.learnerId,
            login: pull.learnerLogin,
            pull: {
              installation: pull.installation,
              owner: pull.owner,
              repo: pull.repo,
              repositoryId: pull.repositoryId,
              number: pull.number,
            },
            places: Places.parse(member.places),
            since: member.since.getTime(),
            joinedAt: member.joinedAt.getTime(),
          })),
        };
      });
    },

    async putAside(id, by) {
      const put = await rows
        .update(similarityFindings)
        .set({ seenById: by.id, seenByLogin: by.login, seenAt: now() })
        .where(eq(similarityFindings.id, id))
        .returning({ id: similarityFindings.id });
      return put.length > 0;
    },

    async clear(compared) {
      const whole = rows
        .select({ id: similarityMembers.findingId })
        .from(similarityMembers)
        .groupBy(similarityMembers.findingId)
        .having(sql`count(*) >= 2`);
      await rows
        .delete(similarityFindings)
        .where(
          or(
            notInArray(similarityFindings.id, whole),
            compared.length === 0 ? sql`true` : notInArray(similarityFindings.project, [...compared]),
          ),
        );
    },

    contacts: (learnerIds) => contactsWith(rows, learnerIds),

    async learnersOf(project, from, to) {
      const found = await rows
        .select({ id: similarityWorks.learnerId })
        .from(similarityWorks)
        .where(
          and(
            eq(similarityWorks.project, project),
            between(similarityWorks.handedInAt, new Date(from), new Date(to)),
          ),
        );
      return found.map(({ id }) => id);
    },
  };
}

function memberFrom({ learnerId, submissionId, places, since }: typeof similarityMembers.$inferSelect) {
  return { learnerId, submissionId, places: Places.parse(places), since: since.getTime() };
}

async function keepFinding(
  tx: Rows,
  finding: Omit<Finding, 'members'>,
  id: number | null,
  now: Session['now'],
): Promise<number> {
  if (id !== null) {
    await tx.update(similarityFindings).set(finding).where(eq(similarityFindings.id, id));
    return id;
  }
  const [kept] = await tx
    .insert(similarityFindings)
    .values({ ...finding, foundAt: now(), changedAt: now() })
    .returning({ id: similarityFindings.id });
  if (kept === undefined) throw new Error('what was found was not kept');
  return kept.id;
}
