import type { Need } from '../access/tokens.ts';
import { z } from 'zod';
import { created, notFound, ok, Refused, unprocessable } from '../api/reply.ts';
import { commitsBetween, mergeBase, resolveCommit, revParse } from '../git/commits.ts';
import { objectType, readBlob, readChanges, readTree } from '../git/content.ts';
import { commitShape, fileShape, listedCommitShape } from '../shapes/commit.ts';
import { pullShape, simplePullShape } from '../shapes/pull.ts';
import { fullRepositoryShape } from '../shapes/repository.ts';
import { nodeId } from '../links.ts';
import type { PullRequest, Repository } from '../world/entities.ts';
import { accountById, fullName, pullByNumber, pullsOf } from '../world/find.ts';
import { emitPull } from '../hooks/pull-events.ts';
import { closePull, openPull } from '../people/pulls.ts';
import { callingInstallation, number, repositoryOf, text, type Call, type Handler } from './call.ts';
import { paged } from './paging.ts';

const metadata: Need = { names: ['metadata'], level: 'read' };
const contents: Need = { names: ['contents'], level: 'read' };
const pulls: Need = { names: ['pull_requests'], level: 'read' };

/** Of what GitHub lets an App change, closing is what Touchstone does. */
const PullChange = z.object({ state: z.literal('closed') });
const NewPullBody = z.object({
  head: z.string(),
  base: z.string(),
  title: z.string(),
  body: z.string().default(''),
  draft: z.boolean().default(false),
});

/** The pull request that a call names. */
export function pullOf(call: Call, repository: Repository, name: string): PullRequest {
  const pull = pullByNumber(call.hub.world, repository, number(call, name));
  if (!pull) throw notFound();
  return pull;
}

async function commitOf(call: Call, repository: Repository): Promise<string> {
  const sha = await resolveCommit(repository.dir, text(call, 'ref'));
  if (!sha) throw unprocessable(`No commit found for SHA: ${text(call, 'ref')}`);
  return sha;
}

/** Repositories, pull requests and git objects, to read. */
export const repositoryCalls = {
  'repos/get': (call) => ok(fullRepositoryShape(call.hub, repositoryOf(call, metadata))),
  'repos/custom-properties-for-repos-get-repository-values': (call) => {
    const { properties } = repositoryOf(call, metadata);
    return ok(Object.entries(properties).map(([name, value]) => ({ property_name: name, value })));
  },
  'repos/get-commit': async (call) => {
    const repository = repositoryOf(call, contents);
    return ok(await commitShape(call.hub, repository, await commitOf(call, repository)));
  },
  'repos/download-tarball-archive': async (call) => {
    const repository = repositoryOf(call, contents);
    const ref = text(call, 'ref') || repository.defaultBranch;
    const sha = await resolveCommit(repository.dir, ref);
    if (!sha) throw notFound();
    const location = call.hub.links.html(
      `/codeload/${fullName(call.hub.world, repository)}/legacy.tar.gz/${sha}?token=${archiveToken(call, repository)}`,
    );
    throw new Refused({ status: 302, headers: { location } });
  },
  'git/get-tree': async (call) => {
    const repository = repositoryOf(call, contents);
    const asked = text(call, 'tree_sha');
    const commit = await resolveCommit(repository.dir, asked);
    const tree = await revParse(repository.dir, `${commit ?? asked}^{tree}`);
    if (!tree) throw notFound();
    const recursive = call.values['recursive'] !== undefined;
    const entries = await readTree(repository.dir, tree, recursive);
    const api = call.hub.links.api(`/repos/${fullName(call.hub.world, repository)}/git`);
    const kept = entries.slice(0, recursive ? call.limits.treeEntries : entries.length);
    return ok({
      sha: tree,
      url: `${api}/trees/${tree}`,
      tree: kept.map((entry) => ({
        path: entry.path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(entry.size === null ? {} : { size: entry.size }),
        // A submodule's commit is somewhere else.
        ...(entry.type === 'commit' ? {} : { url: `${api}/${entry.type}s/${entry.sha}` }),
      })),
      truncated: kept.length < entries.length,
    });
  },
  'git/get-blob': async (call) => {
    const repository = repositoryOf(call, contents);
    const sha = text(call, 'file_sha');
    if (!/^[0-9a-f]{40}$/.test(sha))
      throw unprocessable('The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
    if ((await objectType(repository.dir, sha)) !== 'blob') throw notFound();
    const bytes = await readBlob(repository.dir, sha);
    if (/\braw\b/.test(call.accept)) return ok(bytes, { 'content-type': 'application/vnd.github.raw+json' });
    return ok({
      sha,
      node_id: nodeId('B', repository.id),
      size: bytes.length,
      url: call.hub.links.api(`/repos/${fullName(call.hub.world, repository)}/git/blobs/${sha}`),
      content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
      encoding: 'base64',
    });
  },
  'pulls/list': (call) => {
    const repository = repositoryOf(call, pulls);
    return paged(call, pullsListed(call, repository), (pull) => simplePullShape(call.hub, pull));
  },
  'pulls/create': async (call) => {
    const repository = repositoryOf(call, { ...pulls, level: 'write' });
    const bot = accountById(call.hub.world, callingInstallation(call).app.botId);
    const pull = await openPull(call.hub, repository, bot, NewPullBody.parse(call.body)).catch(
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        throw unprocessable('Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
      },
    );
    return created(await pullShape(call.hub, pull));
  },
  'pulls/update': async (call) => {
    const repository = repositoryOf(call, { ...pulls, level: 'write' });
    const pull = pullOf(call, repository, 'pull_number');
    PullChange.parse(call.body);
    const bot = accountById(call.hub.world, callingInstallation(call).app.botId);
    if (pull.state === 'open') {
      closePull(call.hub, pull);
      await emitPull(call.hub, 'closed', pull, bot);
    }
    return ok(await pullShape(call.hub, pull));
  },
  'pulls/get': async (call) => {
    const repository = repositoryOf(call, pulls);
    return ok(await pullShape(call.hub, pullOf(call, repository, 'pull_number')));
  },
  'pulls/list-commits': async (call) => {
    const repository = repositoryOf(call, pulls);
    const pull = pullOf(call, repository, 'pull_number');
    // GitHub lists no more than 250 commits, the oldest first.
    const commits = (await commitsBetween(repository.dir, pull.baseSha, pull.headSha)).slice(0, 250);
    return paged(call, commits, (commit) => listedCommitShape(call.hub, repository, commit));
  },
  'pulls/list-files': async (call) => {
    const repository = repositoryOf(call, pulls);
    const pull = pullOf(call, repository, 'pull_number');
    const from = await mergeBase(repository.dir, pull.baseSha, pull.headSha);
    const changes = await readChanges(repository.dir, from, pull.headSha);
    const name = fullName(call.hub.world, repository);
    // GitHub lists no more than 3,000 files.
    return paged(call, changes.slice(0, 3_000), (change) => fileShape(call.hub, name, pull.headSha, change));
  },
} satisfies Record<string, Handler>;

function pullsListed(call: Call, repository: Repository): PullRequest[] {
  const state = text(call, 'state') || 'open';
  const head = text(call, 'head');
  const base = text(call, 'base');
  const newestFirst =
    (text(call, 'direction') || (text(call, 'sort') in { '': 0, created: 0 } ? 'desc' : 'asc')) === 'desc';
  const at = (pull: PullRequest) => (text(call, 'sort') === 'updated' ? pull.updatedAt : pull.number);
  const found = pullsOf(call.hub.world, repository)
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === '' || pull.baseRef === base)
    .filter(
      (pull) =>
        head === '' || `${accountById(call.hub.world, pull.headOwnerId).login}:${pull.headRef}` === head,
    )
    .sort((a, b) => at(a) - at(b));
  return newestFirst ? found.reverse() : found;
}

// The address that GitHub redirects to carries a key of its own, since the token does not travel to another host.
function archiveToken(call: Call, repository: Repository): string {
  return repository.private ? call.hub.world.archiveKey(repository.id) : '';
}
