import { and, eq, isNotNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AgreementStore } from '../../review/agreement/agreement-store.ts';
import { pullRequests, rubrics, signOffs, submissions } from './schema.ts';
import type { Session } from './session.ts';
import { saidAt, saidFirst } from './said-at.ts';

/** Whether a rubric has a stage of people's: JSON path. */
const ASKS_PEOPLE = '$.stages[*] ? (@.id == "review")';

/** What the machine was sure of, and what people said. */
export function agreementRows({ rows }: Session): AgreementStore {
  const later = alias(signOffs, 'later');
  return {
    async comparisons(project) {
      const saidLater = rows
        .select({ id: later.id })
        .from(later)
        .where(
          and(
            eq(later.submissionId, signOffs.submissionId),
            sql`(coalesce(${later.saidAt}, ${later.at}), ${later.sourceId}) > (${saidAt}, ${signOffs.sourceId})`,
          ),
        );
      const found = await rows
        .select({
          project: pullRequests.project,
          claimed: signOffs.claimed,
          says: signOffs.says,
          why: signOffs.why,
          asksPeople: sql<boolean>`coalesce(jsonb_path_exists(${rubrics.rubric}, ${ASKS_PEOPLE}::jsonpath), false)`,
        })
        .from(signOffs)
        .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .leftJoin(rubrics, eq(rubrics.id, signOffs.rubric))
        .where(
          and(
            isNotNull(signOffs.claimed),
            notExists(saidLater),
            project === undefined ? undefined : eq(pullRequests.project, project),
          ),
        )
        .orderBy(...saidFirst);
      return found.flatMap(({ claimed, ...each }) => (claimed === null ? [] : [{ ...each, claimed }]));
    },
  };
}
