import { eq } from 'drizzle-orm';
import type { Submission } from '../../domain/submission.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';

/** The run's commit and pull request, as `submissionFrom` reads them. */
export function submissionOf(rows: Rows, runId: number) {
  return rows
    .select({ pull: pullRequests, submission: submissions, kind: runs.kind })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(eq(runs.id, runId));
}

type Joined = Awaited<ReturnType<typeof submissionOf>>[number];

export function submissionFrom({ pull, submission, kind }: Joined): Submission {
  const { installation, owner, repo, repositoryId, number } = pull;
  return {
    pull: { installation, owner, repo, repositoryId, number },
    learner: { id: pull.learnerId, login: pull.learnerLogin },
    project: pull.project,
    headSha: submission.headSha,
    headOwner: submission.headOwner,
    headRepo: submission.headRepo,
    draft: kind === 'practice',
  };
}
