import { z } from 'zod';

// What intake reads of GitHub's payloads, and nothing else of them: https://docs.github.com/en/webhooks/webhook-events-and-payloads

const Id = z.number().int().positive();
const Installation = z.object({ id: Id });
const Repository = z.object({ id: Id, name: z.string(), owner: z.object({ login: z.string() }) });
const Sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

export const PullRequestPayload = z.object({
  installation: Installation,
  repository: Repository,
  pull_request: z.object({ number: Id, head: z.object({ sha: Sha }) }),
  /** Only of `synchronize`: the head before the push. */
  before: Sha.optional(),
});

export const ReviewPayload = z.object({
  installation: Installation,
  repository: Repository,
  pull_request: z.object({ number: Id }),
  review: z.object({
    id: Id,
    user: z.object({ id: Id, login: z.string(), type: z.string() }).nullable(),
    state: z.string(),
    body: z.string().nullable(),
    commit_id: Sha,
    submitted_at: z.iso.datetime({ offset: true }),
  }),
});

export const CommentPayload = z.object({
  installation: Installation,
  repository: Repository,
  issue: z.object({ number: Id, pull_request: z.object({}).optional() }),
  comment: z.object({
    id: Id,
    user: z.object({ id: Id, login: z.string(), type: z.string() }).nullable(),
    body: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
  }),
});

/** A comment that somebody has changed or deleted. */
export const ChangedCommentPayload = z.object({
  installation: Installation,
  repository: Repository,
  issue: z.object({ number: Id, pull_request: z.object({}).optional() }),
  comment: z.object({ id: Id, user: z.object({ type: z.string() }).nullable() }),
  sender: z.object({ type: z.string() }),
});

export const CheckRunPayload = z.object({
  installation: Installation,
  repository: Repository,
  check_run: z.object({ name: z.string(), head_sha: Sha, external_id: z.string().nullish() }),
  /** Only where a button was pressed that we had put there. */
  requested_action: z.object({ identifier: z.string() }).optional(),
  sender: z.object({ id: Id, login: z.string(), type: z.string() }).optional(),
});

export const InstallationPayload = z.object({ installation: Installation });

export const InstallationRepositoriesPayload = z.object({
  installation: Installation,
  repositories_removed: z.array(z.object({ id: Id })),
});

export const RepositoryPayload = z.object({ repository: Repository });

/** Our own note that a pull request has to be looked at again; it waits in the inbox like a delivery. */
export const LookPayload = z.object({
  installation: Id,
  owner: z.string(),
  repo: z.string(),
  repositoryId: Id,
  number: Id,
});
