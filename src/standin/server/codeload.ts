import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { resolveCommit } from '../git/commits.ts';
import { archive } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import { repositoryByName } from '../world/find.ts';

/** Where the API redirects to for a repository's archive: another host on GitHub, so without the caller's credentials. */
export function createCodeload(hub: Hub): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/:owner/:repo/legacy.tar.gz/:ref{.+}', async (context) => {
    const { owner, repo, ref } = context.req.param();
    const repository = repositoryByName(hub.world, `${owner}/${repo}`);
    if (!repository) return context.text('404: Not Found', 404);
    if (repository.private && context.req.query('token') !== hub.world.archiveKey(repository.id)) {
      return context.text('404: Not Found', 404);
    }
    const sha = await resolveCommit(repository.dir, ref);
    if (!sha) return context.text('404: Not Found', 404);
    const prefix = `${owner}-${repo}-${sha.slice(0, 7)}`;
    const bytes = await archive(repository.dir, sha, prefix);
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/x-gzip',
      'content-disposition': `attachment; filename=${prefix}.tar.gz`,
      etag: `W/"${sha}"`,
    });
  });
  return app;
}
