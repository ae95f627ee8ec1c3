import { z } from 'zod';
import { githubError } from '../../domain/errors/github.ts';

const Id = z.number().int().positive();
const Sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const Account = z.object({ id: Id, login: z.string() });
const Repository = z.object({
  id: Id,
  name: z.string(),
  owner: Account,
  private: z.boolean().optional(),
  archived: z.boolean().optional(),
  topics: z.array(z.string()).optional(),
});

/** A pull request, alone or in a list. `user` is null where the account is gone; `head.repo` where the fork is. */
export const PullRequestAnswer = z.object({
  number: Id,
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.string().nullable(),
  draft: z.boolean().optional(),
  user: Account.extend({ type: z.string() }).nullable(),
  head: z.object({ sha: Sha, ref: z.string(), repo: Repository.nullable() }),
  base: z.object({ ref: z.string(), repo: Repository }),
});
export type PullRequestAnswer = z.infer<typeof PullRequestAnswer>;

const CommitPerson = z.object({ email: z.string().optional() }).nullable();

/** Commits of a pull request. `author` and `committer` are the accounts that GitHub knows behind the addresses. */
export const CommitsAnswer = z.array(
  z.object({
    commit: z.object({ author: CommitPerson, committer: CommitPerson, message: z.string() }),
    author: z.object({ id: Id.optional() }).nullable(),
    committer: z.object({ id: Id.optional() }).nullable(),
  }),
);

export const FilesAnswer = z.array(z.object({ filename: z.string() }));

export const PullRequestsAnswer = z.array(PullRequestAnswer);

export const InstallationsAnswer = z.array(z.object({ id: Id, suspended_at: z.string().nullish() }));

export const RepositoryAnswer = Repository.extend({ default_branch: z.string() });

export const ShaAnswer = z.object({ sha: Sha });

export const RefAnswer = z.object({ object: ShaAnswer });

export const CommitAnswer = z.object({
  message: z.string(),
  tree: ShaAnswer,
  parents: z.array(ShaAnswer),
});

export const NumberAnswer = z.object({ number: Id });

export const NumbersAnswer = z.array(NumberAnswer);

/** The log of the App's webhook. Numbers of tries may be larger than what is exact in JavaScript: then they name none. */
export const DeliveriesAnswer = z.array(
  z.object({
    id: z.number(),
    guid: z.string(),
    delivered_at: z.iso.datetime({ offset: true }).transform((at) => Date.parse(at)),
    status_code: z.number(),
    event: z.string(),
    action: z.string().nullable(),
  }),
);

/** Rules of a branch; of all kinds but one no more than the kind is looked at. */
export const BranchRulesAnswer = z.array(
  z.object({
    type: z.string(),
    parameters: z
      .object({
        required_status_checks: z
          .array(z.object({ context: z.string(), integration_id: z.number().int().optional() }))
          .optional(),
      })
      .optional(),
  }),
);

export const OrgInstallationAnswer = z.object({ id: Id });

export const InvitationsAnswer = z.array(
  z.object({ id: Id, invitee: Account.nullable(), expired: z.boolean().optional() }),
);

export const TeamMembersAnswer = z.array(Account);

export const RepositoriesAnswer = z.object({
  repositories: z.array(
    Repository.extend({ archived: z.boolean().optional(), disabled: z.boolean().optional() }),
  ),
});

/** Values of an organisation's properties of repositories; null where one has none. */
export const PropertiesAnswer = z.array(
  z.object({ property_name: z.string(), value: z.union([z.string(), z.array(z.string())]).nullable() }),
);

export const AppAnswer = z.object({ slug: z.string() });

export const CheckRunsAnswer = z.object({
  check_runs: z.array(
    z.object({
      id: Id,
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullable(),
      app: z.object({ id: Id }).nullable(),
      output: z.object({
        title: z.string().nullable(),
        summary: z.string().nullable(),
        text: z.string().nullable(),
        annotations_count: z.number().int(),
      }),
    }),
  ),
});

export const NewCheckAnswer = z.object({ id: Id });

export const AnnotationsAnswer = z.array(
  z.object({
    path: z.string(),
    start_line: z.number().int(),
    end_line: z.number().int(),
    annotation_level: z.enum(['notice', 'warning', 'failure']).nullable(),
    title: z.string().nullable(),
    message: z.string().nullable(),
  }),
);

export const CommentsAnswer = z.array(
  z.object({
    id: Id,
    body: z.string().optional(),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
    performed_via_github_app: z.object({ id: Id }).nullish(),
  }),
);
export type CommentAnswer = z.infer<typeof CommentsAnswer>[number];

/** A comment or a review, of which nothing but its words is read. */
export const WordsAnswer = z.object({ body: z.string().nullish() });

export const AccountAnswer = Account;

export const RequestedReviewersAnswer = z.object({
  requested_reviewers: z.array(Account).nullish(),
});

export const RemarksAnswer = z.array(z.object({ body: z.string() }));

/** A git object that was read or made. */
export const ObjectAnswer = z.object({ sha: Sha });

export const GitCommitAnswer = z.object({ sha: Sha, tree: z.object({ sha: Sha }) });

export const TreeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: Sha,
      /** Bytes; blobs alone have it. */
      size: z.number().int().nonnegative().optional(),
    }),
  ),
});

export const BlobAnswer = z.object({ content: z.string(), encoding: z.literal('base64') });

/**
 * Reads an answer of GitHub by the schema of what we need of it.
 *
 * @throws GitHubError `github.unexpected-answer`
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  call: string,
  data: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');
  throw githubError('github.unexpected-answer', { call, problems });
}
