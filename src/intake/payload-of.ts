import type { z } from 'zod';
import type { Delivery } from './inbox.ts';
import {
  ChangedCommentPayload,
  CheckRunPayload,
  CommentPayload,
  InstallationPayload,
  InstallationRepositoriesPayload,
  LookPayload,
  PullRequestPayload,
  RepositoryPayload,
  ReviewPayload,
} from './payloads.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  pull_request: PullRequestPayload,
  pull_request_review: ReviewPayload,
  check_run: CheckRunPayload,
  installation: InstallationPayload,
  installation_repositories: InstallationRepositoriesPayload,
  repository: RepositoryPayload,
  touchstone: LookPayload,
};

/** All that intake reads of a delivery, as `readDelivery` does; null where it reads nothing of it. */
export function payloadOf({ event, action, payload }: Omit<Delivery, 'id'>): unknown {
  const isChange = action === 'edited' || action === 'deleted';
  const schema =
    event === 'issue_comment' ? (isChange ? ChangedCommentPayload : CommentPayload) : SCHEMAS[event];
  return schema?.safeParse(payload).data ?? null;
}
