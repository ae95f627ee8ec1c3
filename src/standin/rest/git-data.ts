import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, notFound, ok, unprocessable } from '../api/reply.ts';
import { readCommit, resolveCommit, revParse } from '../git/commits.ts';
import { objectType, readTree } from '../git/content.ts';
import { git, gitSays, gitText } from '../git/git.ts';
import { nodeId } from '../links.ts';
import { noreply } from '../shapes/commit.ts';
import { receivePush } from '../people/receive.ts';
import type { Repository } from '../world/entities.ts';
import { accountById, fullName } from '../world/find.ts';
import { callingInstallation, repositoryOf, text, type Call, type Handler } from './call.ts';

const read: Need = { names: ['contents'], level: 'read' };
const write: Need = { names: ['contents'], level: 'write' };

const BlobBody = z.object({ content: z.string(), encoding: z.enum(['utf-8', 'base64']).default('utf-8') });
const TreeBody = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string().nullish(),
      content: z.string().optional(),
    }),
  ),
});
const CommitBody = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: z.object({ name: z.string(), email: z.string(), date: z.string().optional() }).optional(),
});
const UpdateBody = z.object({ sha: z.string(), force: z.boolean().optional() });
const RefBody = z.object({ ref: z.string(), sha: z.string() });

const api = (call: Call, repository: Repository) =>
  call.hub.links.api(`/repos/${fullName(call.hub.world, repository)}/git`);

function writeBlob(repository: Repository, bytes: Uint8Array): Promise<string> {
  return gitText(repository.dir, ['hash-object', '-w', '--stdin'], { input: bytes });
}

async function commitReply(call: Call, repository: Repository, sha: string) {
  const commit = await readCommit(repository.dir, sha);
  const base = api(call, repository);
  const html = call.hub.links.html(`/${fullName(call.hub.world, repository)}/commit`);
  return {
    sha,
    node_id: nodeId('C', repository.id),
    url: `${base}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${base}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${base}/commits/${parent}`,
      html_url: `${html}/${parent}`,
    })),
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

const refReply = (call: Call, repository: Repository, ref: string, sha: string) => ({
  ref,
  node_id: nodeId('REF', repository.id),
  url: `${api(call, repository)}/${ref}`,
  object: { type: 'commit', sha, url: `${api(call, repository)}/commits/${sha}` },
});

/** Git objects and branches, read and written one by one, without a push. */
export const gitDataCalls = {
  'git/get-ref': async (call) => {
    const repository = repositoryOf(call, read);
    const ref = `refs/${text(call, 'ref')}`;
    const sha = await revParse(repository.dir, `${ref}^{commit}`);
    if (sha === null) throw notFound();
    return ok(refReply(call, repository, ref, sha));
  },
  'git/get-commit': async (call) => {
    const repository = repositoryOf(call, read);
    const sha = text(call, 'commit_sha');
    if ((await objectType(repository.dir, sha)) !== 'commit') throw notFound();
    return ok(await commitReply(call, repository, sha));
  },
  'git/create-blob': async (call) => {
    const repository = repositoryOf(call, write);
    const { content, encoding } = BlobBody.parse(call.body);
    const sha = await writeBlob(repository, Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
    return created({ sha, url: `${api(call, repository)}/blobs/${sha}` });
  },
  'git/create-tree': async (call) => {
    const repository = repositoryOf(call, write);
    const { base_tree: baseTree, tree } = TreeBody.parse(call.body);
    const index = { GIT_INDEX_FILE: `${repository.dir}/index.${call.hub.world.nextId()}` };
    const from = baseTree === undefined ? null : await revParse(repository.dir, `${baseTree}^{tree}`);
    if (baseTree !== undefined && from === null) throw unprocessable('base_tree is not a tree');
    await git(repository.dir, ['read-tree', from ?? '--empty'], { env: index });
    const lines: string[] = [];
    for (const { path, mode, sha, content } of tree) {
      const object = sha === undefined ? await writeBlob(repository, Buffer.from(content ?? '')) : sha;
      if (object !== null && (await objectType(repository.dir, object)) === null)
        throw unprocessable(`tree.sha ${object} is not a valid blob`);
      lines.push(object === null ? `0 ${'0'.repeat(40)}\t${path}` : `${mode} ${object}\t${path}`);
    }
    await git(repository.dir, ['update-index', '--add', '-z', '--index-info'], {
      input: lines.map((line) => `${line}\0`).join(''),
      env: index,
    });
    const made = await gitText(repository.dir, ['write-tree'], { env: index });
    const entries = await readTree(repository.dir, made, false);
    const base = api(call, repository);
    return created({
      sha: made,
      url: `${base}/trees/${made}`,
      tree: entries.map(({ path, mode, type, sha, size }) => ({
        path,
        mode,
        type,
        sha,
        ...(size === null ? {} : { size }),
        url: `${base}/${type}s/${sha}`,
      })),
      truncated: false,
    });
  },
  'git/create-commit': async (call) => {
    const repository = repositoryOf(call, write);
    const { message, tree, parents, author } = CommitBody.parse(call.body);
    if ((await objectType(repository.dir, tree)) !== 'tree') throw unprocessable('Tree SHA does not exist');
    const { app } = callingInstallation(call);
    const bot = accountById(call.hub.world, app.botId);
    const now = new Date(call.hub.world.clock.now()).toISOString();
    const who = author ?? { name: bot.login, email: noreply(bot) };
    const date = who.date ?? now;
    const sha = await gitText(
      repository.dir,
      ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])],
      {
        input: message,
        env: {
          GIT_AUTHOR_NAME: who.name,
          GIT_AUTHOR_EMAIL: who.email,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: who.name,
          GIT_COMMITTER_EMAIL: who.email,
          GIT_COMMITTER_DATE: date,
        },
      },
    );
    return created(await commitReply(call, repository, sha));
  },
  'git/create-ref': async (call) => {
    const repository = repositoryOf(call, write);
    const { ref, sha } = RefBody.parse(call.body);
    if (!/^refs\/heads\/./.test(ref)) throw unprocessable('Reference name must start with refs/heads/');
    if ((await resolveCommit(repository.dir, sha)) === null) throw unprocessable('Object does not exist');
    if ((await revParse(repository.dir, ref)) !== null) throw unprocessable('Reference already exists');
    const bot = accountById(call.hub.world, callingInstallation(call).app.botId);
    await receivePush(call.hub, repository, bot, async () => {
      await git(repository.dir, ['update-ref', ref, sha]);
    });
    return created(refReply(call, repository, ref, sha));
  },
  'git/update-ref': async (call) => {
    const repository = repositoryOf(call, write);
    const { sha, force = false } = UpdateBody.parse(call.body);
    const ref = `refs/${text(call, 'ref')}`;
    const before = await revParse(repository.dir, `${ref}^{commit}`);
    if (before === null) throw unprocessable('Reference does not exist');
    if ((await resolveCommit(repository.dir, sha)) === null) throw unprocessable('Object does not exist');
    if (!force && !(await gitSays(repository.dir, ['merge-base', '--is-ancestor', before, sha])))
      throw unprocessable('Update is not a fast forward');
    const bot = accountById(call.hub.world, callingInstallation(call).app.botId);
    await receivePush(call.hub, repository, bot, async () => {
      await git(repository.dir, ['update-ref', ref, sha]);
    });
    return ok(refReply(call, repository, ref, sha));
  },
  'git/delete-ref': async (call) => {
    const repository = repositoryOf(call, write);
    const ref = `refs/${text(call, 'ref')}`;
    if ((await revParse(repository.dir, ref)) === null) throw unprocessable('Reference does not exist');
    const bot = accountById(call.hub.world, callingInstallation(call).app.botId);
    await receivePush(call.hub, repository, bot, async () => {
      await git(repository.dir, ['update-ref', '-d', ref]);
    });
    return { status: 204 };
  },
} satisfies Record<string, Handler>;
