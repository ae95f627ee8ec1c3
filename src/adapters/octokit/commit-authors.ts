import { z } from 'zod';
import { type GitHubError, githubError } from '../../domain/errors/github.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { Maker } from '../../review/involved.ts';
import { readAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';

const CALL = 'POST /graphql';

/** Whoever GitHub takes for an author of a commit: of co-authors, too, it knows the accounts behind addresses that it shows to nobody. */
const AUTHORS = `query CommitAuthors($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { commit { authors(first: 100) { nodes { email user { databaseId } } } } }
      }
    }
  }
}`;

const Author = z.object({
  email: z.string().nullable(),
  user: z.object({ databaseId: z.number().int().positive().nullable() }).nullable(),
});

/** A list of GraphQL, in which whatever could not be shown is null. */
const nodes = <Node extends z.ZodType>(node: Node) =>
  z.object({
    nodes: z
      .array(node.nullable())
      .nullable()
      .transform((all) => (all ?? []).filter((each) => each !== null)),
  });

const Answer = z.object({
  repository: z.object({
    pullRequest: z.object({
      commits: nodes(z.object({ commit: z.object({ authors: nodes(Author) }) })).extend({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  }),
});

/** What Octokit throws where the answer holds errors. */
const Failed = z.object({
  name: z.literal('GraphqlResponseError'),
  headers: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ type: z.string().optional() })),
});

/**
 * The authors and co-authors of the commits of a pull request, with the accounts that GitHub knows them by. Rejects with a `GitHubError`:
 * where they cannot be asked for, nobody knows who had a hand in it.
 */
export async function commitAuthors(
  client: GitHubClient,
  { installation, repositoryId, owner, repo, number }: PullRequestRef,
  signal?: AbortSignal,
): Promise<Maker[]> {
  const octokit = client.as({ installation, repositoryId });
  const makers: Maker[] = [];
  for (let after: string | null = null; ;) {
    const variables = {
      owner,
      repo,
      number,
      after,
      ...(signal === undefined ? {} : { request: { signal } }),
    };
    const data: unknown = await octokit.graphql(AUTHORS, variables).catch((error: unknown) => {
      throw failureOf(error) ?? error;
    });
    const { pageInfo, nodes: commits } = readAnswer(Answer, CALL, data).repository.pullRequest.commits;
    const authors = commits.flatMap(({ commit }) => commit.authors.nodes);
    makers.push(...authors.map(({ email, user }) => ({ id: user?.databaseId ?? null, email: email ?? '' })));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null) return makers;
  }
}

/**
 * GitHub answers here with status 200 whatever happened, and says in the errors what. Its words may name people; their kinds do not. Null for
 * any other failure.
 */
function failureOf(error: unknown): GitHubError | null {
  const failed = Failed.safeParse(error).data;
  if (failed === undefined) return null;
  const { headers, errors } = failed;
  const kinds = errors.map(({ type }) => type ?? 'an error without a type');
  const seen = kinds.join(', ');
  if (kinds.includes('RATE_LIMITED')) {
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    if (!Number.isFinite(reset)) return githubError('github.unavailable', { call: CALL, seen });
    const until = new Date(reset).toISOString();
    return githubError('github.rate-limited', { call: CALL, until }, { retryAt: reset });
  }
  if (kinds.includes('NOT_FOUND')) return githubError('github.gone', { call: CALL, status: 404 });
  if (kinds.includes('FORBIDDEN')) return githubError('github.forbidden', { call: CALL, seen });
  return githubError('github.unavailable', { call: CALL, seen });
}
