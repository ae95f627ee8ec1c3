import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { authenticate } from '../access/authenticate.ts';
import { callerName } from '../access/caller.ts';
import { badRequest, notFound, Refused, type Reply } from '../api/reply.ts';
import { commitsBetween, type GitCommit } from '../git/commits.ts';
import type { Hub } from '../hub.ts';
import { callingInstallation, repositoryOf, type Call } from '../rest/call.ts';
import { pullOf } from '../rest/repositories.ts';
import { accountOfEmail } from '../shapes/commit.ts';
import type { ApiParts } from './api.ts';
import type { ApiRequest } from './requests.ts';

/** Where a GitHub server of one's own has its GraphQL API. */
export const graphqlPath = '/api/graphql';

const OPERATION = 'CommitAuthors';
const PAGE = 100;
/** `Co-authored-by: Ada <ada@example.org>` */
const CO_AUTHOR = /^co-authored-by:[^<\n]*<([^>\n]+)>/gim;

const Asked = z.object({
  query: z.string(),
  variables: z.object({
    owner: z.string(),
    repo: z.string(),
    number: z.number(),
    after: z.string().nullish(),
  }),
});

/**
 * GitHub's GraphQL API, as far as Touchstone asks it: the one operation `CommitAuthors`, which is known by its name and answered with the
 * authors of a pull request's commits. No query is parsed; of any other it says that there is none.
 */
export function createGraphql(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/', (context) => answer(parts, context));
  return app;
}

async function answer(parts: ApiParts, context: Context<{ Bindings: HttpBindings }>): Promise<Response> {
  const body = Asked.safeParse(await context.req.json());
  const entry: ApiRequest = {
    at: parts.hub.world.clock.now(),
    ...{ method: 'POST', path: graphqlPath, query: '', operation: 'graphql', caller: null },
    ...{ body: body.data ?? null, status: 200, reply: null, faulty: false },
  };
  parts.record(entry);
  const fault = parts.faults.take({ method: 'POST', path: graphqlPath, template: graphqlPath });
  entry.faulty = fault !== null;
  const found =
    fault?.status === undefined
      ? await replyTo(parts, context, body.data, entry)
      : { status: fault.status, body: fault.body ?? { message: 'Server Error' } };
  entry.status = found.status;
  entry.reply = found.body ?? null;
  return new Response(JSON.stringify(found.body ?? null), {
    status: found.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

async function replyTo(
  parts: ApiParts,
  context: Context,
  asked: z.infer<typeof Asked> | undefined,
  entry: ApiRequest,
): Promise<Reply> {
  const { hub, limits } = parts;
  try {
    const caller = authenticate(hub.world, context.req.header('authorization'));
    entry.caller = callerName(caller);
    if (!asked?.query.startsWith(`query ${OPERATION}(`))
      throw badRequest(`the stand-in answers the operation ${OPERATION} alone`);
    const { owner, repo, number, after } = asked.variables;
    const call: Call = {
      ...{ hub, caller, limits, method: 'POST', url: new URL(context.req.url), accept: '', body: asked },
      values: { owner, repo, pull_number: number },
    };
    callingInstallation(call);
    return { status: 200, body: { data: await authorsOf(call, Number(after ?? 0)) } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status } = error.reply;
    if (status === 401 || status === 400) return error.reply;
    const type = status === notFound().reply.status ? 'NOT_FOUND' : 'FORBIDDEN';
    return { status: 200, body: { data: null, errors: [{ type, message: 'It cannot be shown.' }] } };
  }
}

async function authorsOf(call: Call, start: number): Promise<unknown> {
  const repository = repositoryOf(call, { names: ['pull_requests'], level: 'read' });
  const pull = pullOf(call, repository, 'pull_number');
  const commits = (await commitsBetween(repository.dir, pull.baseSha, pull.headSha)).slice(0, 250);
  const end = start + PAGE;
  const nodes = commits.slice(start, end).map((commit) => ({
    commit: { authors: { nodes: authors(call.hub, commit) } },
  }));
  const pageInfo = { hasNextPage: end < commits.length, endCursor: String(end) };
  return { repository: { pullRequest: { commits: { pageInfo, nodes } } } };
}

function authors(hub: Hub, { author, message }: GitCommit) {
  const emails = [author.email, ...[...message.matchAll(CO_AUTHOR)].map(([, email = '']) => email)];
  return [...new Set(emails)].map((email) => {
    const account = accountOfEmail(hub, email);
    return { email, user: account === null ? null : { databaseId: account.id } };
  });
}
