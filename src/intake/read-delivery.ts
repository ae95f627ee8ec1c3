import type { z } from 'zod';
import { CHECK_NAME, CheckButton, readCheckExternalId } from '../domain/check.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import type { GivenComment } from './commands/call.ts';
import type { Press } from './commands/press.ts';
import { readCommands } from './commands/read-commands.ts';
import type { Delivery } from './inbox.ts';
import { LOOKED_AT } from './looked-at.ts';
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
import type { GivenVerdict } from './take-verdict.ts';
import type { HeardReview } from './peers/peer-work.ts';
import type { Leaving } from './pull-store.ts';

/** The event of a note to ourselves; GitHub has none of this name. */
export const ownEvent = 'touchstone';

/** What a delivery asks for. */
export type Instruction =
  /** Read the pull request's present state. `before`: a head that the push has replaced; seeing it means that GitHub lags. */
  | { todo: 'look'; pull: PullRequestRef; before: string | null }
  | { todo: 'mark-again'; repositoryId: number; number: number; headSha: string }
  | ({ todo: 'press' } & Press)
  /** A review: what it decides, where it does, and what it says. */
  | { todo: 'take-verdict'; pull: PullRequestRef; given: GivenVerdict; review: HeardReview }
  | { todo: 'hear-review'; pull: PullRequestRef; review: HeardReview }
  | { todo: 'tend-peers'; pull: PullRequestRef }
  | { todo: 'obey'; pull: PullRequestRef; comment: GivenComment }
  /** Somebody has changed or deleted what an App, maybe ours, had said. `changed`: GitHub's number of the comment. */
  | { todo: 'restore'; pull: PullRequestRef; changed: number | null }
  | { todo: 'leave'; leaving: Leaving }
  | { todo: 'rename'; repositoryId: number; owner: string; repo: string }
  | { todo: 'publicity'; repositoryId: number; isPublic: boolean }
  | { todo: 'sweep' }
  | { todo: 'nothing'; why: string }
  /** The payload is not what GitHub says that it sends. */
  | { todo: 'unreadable'; why: string };

const nothing = (why: string): Instruction => ({ todo: 'nothing', why });

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
  read: (payload: z.infer<Schema>) => Instruction,
): Instruction {
  const result = schema.safeParse(payload);
  if (result.success) return read(result.data);
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { todo: 'unreadable', why: problems.join('; ') };
}

const lookedAt: ReadonlySet<string> = new Set(LOOKED_AT);

function readPullRequest({ action, payload }: Delivery): Instruction {
  if (!lookedAt.has(action ?? '')) return nothing(`pull_request.${action ?? ''} changes nothing`);
  return parsed(PullRequestPayload, payload, ({ installation, repository, pull_request, before }) => ({
    todo: 'look',
    pull: {
      installation: installation.id,
      owner: repository.owner.login,
      repo: repository.name,
      repositoryId: repository.id,
      number: pull_request.number,
    },
    before: before ?? null,
  }));
}

function readCheckRun({ action, payload }: Delivery): Instruction {
  if (action !== 'rerequested' && action !== 'requested_action') return nothing('a check run that we see');
  return parsed(CheckRunPayload, payload, ({ check_run, repository, requested_action, sender }) => {
    const belongsTo = readCheckExternalId(check_run.external_id);
    if (check_run.name !== CHECK_NAME || belongsTo?.repositoryId !== repository.id) {
      return nothing('the check run is not ours');
    }
    const about = { ...belongsTo, headSha: check_run.head_sha };
    if (action === 'rerequested') return { todo: 'mark-again', ...about };
    const button = CheckButton.safeParse(requested_action?.identifier).data;
    return button === undefined || sender === undefined
      ? nothing('no button of ours')
      : { todo: 'press', ...about, button, by: sender };
  });
}

/** What is edited into a comment later, nobody has said at a time. What people edit into ours, we have not said. */
function readChange({ action, payload }: Pick<Delivery, 'action' | 'payload'>): Instruction {
  return parsed(ChangedCommentPayload, payload, ({ installation, repository, issue, comment, sender }) => {
    if (issue.pull_request === undefined || comment.user?.type !== 'Bot' || sender.type !== 'User')
      return nothing('a comment that is not ours, or that we have changed');
    return {
      todo: 'restore',
      pull: {
        installation: installation.id,
        owner: repository.owner.login,
        repo: repository.name,
        repositoryId: repository.id,
        number: issue.number,
      },
      changed: action === 'edited' ? comment.id : null,
    };
  });
}

function readComment({ action, payload }: Delivery): Instruction {
  if (action === 'edited' || action === 'deleted') return readChange({ action, payload });
  if (action !== 'created') return nothing(`issue_comment.${action ?? ''} changes nothing`);
  return parsed(CommentPayload, payload, ({ installation, repository, issue, comment }) => {
    const { id, user, body, created_at: createdAt } = comment;
    if (issue.pull_request === undefined) return nothing('a comment on no pull request');
    if (user?.type !== 'User') return nothing('a comment of nobody');
    if (createdAt !== comment.updated_at) return nothing('a comment that was edited');
    if (readCommands(body).length === 0) return nothing('a comment without a command');
    return {
      todo: 'obey',
      pull: {
        installation: installation.id,
        owner: repository.owner.login,
        repo: repository.name,
        repositoryId: repository.id,
        number: issue.number,
      },
      comment: { id, by: user, body, createdAt: Date.parse(createdAt) },
    };
  });
}

const SAYS = { approved: 'mastered', changes_requested: 'not-yet' } as const;
const HEARD = {
  approved: 'approved',
  changes_requested: 'changes-requested',
  commented: 'commented',
} as const;

function readReview({ action, payload }: Delivery): Instruction {
  // Who edits or dismisses a review changes nothing about what was said.
  if (action !== 'submitted') return nothing(`pull_request_review.${action ?? ''} changes nothing`);
  return parsed(ReviewPayload, payload, ({ installation, repository, pull_request, review }) => {
    const { id, user, commit_id: sha, body, submitted_at: at } = review;
    const state = review.state.toLowerCase();
    if (user === null || !isHeard(state)) return nothing('a review that says nothing');
    const pull = {
      installation: installation.id,
      owner: repository.owner.login,
      repo: repository.name,
      repositoryId: repository.id,
      number: pull_request.number,
    };
    const heard = { id, by: user, says: HEARD[state], sha, body, at: Date.parse(at) };
    if (state === 'commented') return { todo: 'hear-review', pull, review: heard };
    return {
      todo: 'take-verdict',
      pull,
      given: {
        source: { kind: 'review', id },
        verdict: { by: user, says: SAYS[state], sha, why: body, at: heard.at },
      },
      review: heard,
    };
  });
}

const isHeard = (state: string): state is keyof typeof HEARD => Object.hasOwn(HEARD, state);

function readInstallation({ action, payload }: Delivery): Instruction {
  return parsed(InstallationPayload, payload, ({ installation }) => {
    if (action === 'deleted' || action === 'suspend') {
      return { todo: 'leave', leaving: { what: 'installation', id: installation.id } };
    }
    return { todo: 'sweep' };
  });
}

function readInstallationRepositories({ action, payload }: Delivery): Instruction {
  return parsed(InstallationRepositoriesPayload, payload, ({ repositories_removed }) =>
    action === 'removed'
      ? {
          todo: 'leave',
          leaving: { what: 'repositories', ids: repositories_removed.map((repository) => repository.id) },
        }
      : { todo: 'sweep' },
  );
}

function readRepository({ action, payload }: Delivery): Instruction {
  return parsed(RepositoryPayload, payload, ({ repository }) => {
    switch (action) {
      case 'renamed':
      case 'transferred':
        return {
          todo: 'rename',
          repositoryId: repository.id,
          owner: repository.owner.login,
          repo: repository.name,
        };
      case 'publicized':
      case 'privatized':
        return { todo: 'publicity', repositoryId: repository.id, isPublic: action === 'publicized' };
      case 'deleted':
      case 'archived':
        return { todo: 'leave', leaving: { what: 'repositories', ids: [repository.id] } };
      case 'unarchived':
        return { todo: 'sweep' };
      case null:
      default:
        return nothing(`repository.${action ?? ''} changes nothing`);
    }
  });
}

/** Reads what a delivery asks for. Pure: whether it still holds is found out by looking at GitHub. */
export function readDelivery(delivery: Delivery): Instruction {
  switch (delivery.event) {
    case 'pull_request':
      return readPullRequest(delivery);
    case 'check_run':
      return readCheckRun(delivery);
    case 'installation':
      return readInstallation(delivery);
    case 'installation_repositories':
      return readInstallationRepositories(delivery);
    case 'issue_comment':
      return readComment(delivery);
    case 'pull_request_review':
      return readReview(delivery);
    case 'repository':
      return readRepository(delivery);
    case ownEvent:
      return parsed(LookPayload, delivery.payload, (pull) =>
        delivery.action === 'peers' ? { todo: 'tend-peers', pull } : { todo: 'look', pull, before: null },
      );
    default:
      // push: a push to a pull request comes as pull_request.synchronize too.
      return nothing(`${delivery.event} starts nothing`);
  }
}
