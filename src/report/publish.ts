import { systemPause } from '../domain/pause.ts';
import type { Pause } from '../domain/pause.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import { planCheck, planComment, shownCheck } from './publish-plan.ts';
import type { CommentWrite } from './publish-plan.ts';
import { afterPublishFailure } from './publish-recovery.ts';
import type { Fence, PublishOutcome, Publisher } from './publisher.ts';
import type { PullRequestWriter } from './pull-request-writer.ts';

/** One publication: the submission's pull request, and what has to hold for each write. */
interface Publication {
  writer: PullRequestWriter;
  submission: Submission;
  fence: Fence;
  signal: AbortSignal | undefined;
}

/** Null where this publication may still write. The fence is asked last: it is the nearest to the write. */
async function stopped({ writer, submission, fence, signal }: Publication): Promise<PublishOutcome | null> {
  const head = await writer.headSha(submission.pull, signal);
  if (head !== submission.headSha) return 'outdated';
  return (await fence()) ? null : 'fenced';
}

async function writeCheck(publication: Publication, check: CheckReport): Promise<PublishOutcome | null> {
  const { writer, submission, signal } = publication;
  const { pull, headSha } = submission;
  const written = shownCheck(await writer.checks(pull, headSha, signal));
  const annotated = written !== null && written.annotations > 0 && check.annotations.length > 0;
  const there = annotated ? await writer.annotations(pull, written.id, signal) : [];

  let id = written?.id ?? null;
  for (const request of planCheck(check, written, there)) {
    const outcome = await stopped(publication);
    if (outcome !== null) return outcome;
    if (id === null) id = await writer.createCheck(pull, headSha, request, signal);
    else await writer.updateCheck(pull, id, request, signal);
  }
  return null;
}

async function applyToComment(
  { writer, submission, signal }: Publication,
  write: CommentWrite,
): Promise<void> {
  const { pull } = submission;
  switch (write.do) {
    case 'create-comment':
      return writer.createComment(pull, write.body, signal);
    case 'update-comment':
      return writer.updateComment(pull, write.id, write.body, signal);
    case 'delete-comment':
      return writer.deleteComment(pull, write.id, signal);
  }
}

async function writeComment(publication: Publication, body: string): Promise<PublishOutcome | null> {
  const { writer, submission, signal } = publication;
  for (const write of planComment(body, await writer.comments(submission.pull, signal))) {
    const outcome = await stopped(publication);
    if (outcome !== null) return outcome;
    await applyToComment(publication, write);
  }
  return null;
}

/**
 * Publishes through `writer`: looks at what is there, plans what has to change, and writes that alone, the check before
 * the comment. After a write that may or may not have worked it looks again instead of repeating it.
 */
export function createPublisher(
  writer: PullRequestWriter,
  { pause = systemPause }: { pause?: Pause } = {},
): Publisher {
  return {
    publish: async (submission, report, fence, signal) => {
      const publication: Publication = { writer, submission, fence, signal };
      for (let round = 1; ; round += 1) {
        let at: 'check' | 'comment' = 'check';
        try {
          const checked = await writeCheck(publication, report.check);
          if (checked !== null) return checked;
          at = 'comment';
          if (report.comment === null) return 'published';
          return (await writeComment(publication, report.comment)) ?? 'published';
        } catch (error) {
          const recovery = afterPublishFailure(error, at, round);
          if (recovery.do === 'end') return recovery.outcome;
          if (recovery.do === 'throw') throw error;
          await pause(recovery.afterMs, signal);
        }
      }
    },
  };
}
