/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { raw } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { readFileSync } from 'node:fs';
import type { Hub } from '../hub.ts';
import { createCheckButtons } from '../people/checks.ts';
import { accountById } from '../world/find.ts';
import { ChecksPage } from './checks.tsx';
import { codeLines } from './code-lines.ts';
import { ConversationPage } from './conversation.tsx';
import { FilesPage } from './files.tsx';
import { Layout } from './layout.tsx';
import { ListPage } from './list.tsx';
import { avatarSvg } from './people.tsx';
import { readPull, type PullView } from './read-pull.ts';

type PageContext = Context<{ Bindings: HttpBindings }>;

const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

/** The pages that people look at: all pull requests, and one of them with its conversation, checks and files. */
export function createPages(hub: Hub): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const buttons = createCheckButtons(hub);
  // A text that comes alive where it should not may still do no harm to whoever looks at it.
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
      },
    }),
  );
  app.use(csrf());
  const style = asset('style.css');
  const refresh = asset('refresh.js');
  const icon = asset('icon.svg');
  app.get('/assets/style.css', (context) => context.body(style, 200, { 'content-type': 'text/css' }));
  app.get('/assets/refresh.js', (context) =>
    context.body(refresh, 200, { 'content-type': 'text/javascript' }),
  );
  app.get('/assets/icon.svg', (context) => context.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/avatars/:id', (context) => {
    const account = hub.world.accounts.get(Number(context.req.param('id')));
    if (!account) return context.notFound();
    return context.body(avatarSvg(account), 200, { 'content-type': 'image/svg+xml' });
  });
  app.get('/', (context) =>
    page(context, 'Pull requests', [{ text: 'Pull requests', href: '/' }], <ListPage hub={hub} />),
  );
  app.get('/:owner/:repo/pull/:number', (context) =>
    pullPage(hub, context, (view) => <ConversationPage view={view} />),
  );
  app.get('/:owner/:repo/pull/:number/files', (context) =>
    pullPage(hub, context, (view) => <FilesPage view={view} />),
  );
  app.get('/:owner/:repo/pull/:number/checks', (context) =>
    pullPage(hub, context, async (view) => {
      const asked = Number(context.req.query('check_run_id'));
      const run = view.runs.find((each) => each.id === asked) ?? view.runs[0] ?? null;
      return (
        <ChecksPage view={view} run={run} code={run ? await codeLines(view.repository, run) : new Map()} />
      );
    }),
  );
  app.post('/:owner/:repo/runs/:id/rerun', (context) =>
    pressed(hub, context, (checkRunId, as) => {
      buttons.rerun({ checkRunId, as });
    }),
  );
  app.post('/:owner/:repo/runs/:id/actions/:identifier', (context) =>
    pressed(hub, context, (checkRunId, as) => {
      buttons.press({ checkRunId, as, identifier: context.req.param('identifier') });
    }),
  );
  return app;
}

interface Crumb {
  text: string;
  href: string;
}

function page(context: PageContext, title: string, crumbs: Crumb[], shown: ReturnType<typeof ListPage>) {
  const html = (
    <Layout title={title} crumbs={crumbs}>
      {shown}
    </Layout>
  );
  // Without it browsers fall back to the ways of the nineties.
  return context.html(
    <>
      {raw('<!doctype html>')}
      {html}
    </>,
    200,
    { 'cache-control': 'no-store' },
  );
}

async function pullPage(
  hub: Hub,
  context: PageContext,
  show: (view: PullView) => ReturnType<typeof ListPage> | Promise<ReturnType<typeof ListPage>>,
) {
  const { owner = '', repo = '', number = '' } = context.req.param();
  const view = await readPull(hub, `${owner}/${repo}`, Number(number));
  if (!view) return context.notFound();
  const [first = '', second = ''] = view.name.split('/');
  const crumbs = [
    { text: first, href: '/' },
    { text: second, href: '/' },
    { text: `#${view.pull.number}`, href: `/${view.name}/pull/${view.pull.number}` },
  ];
  return page(context, `${view.pull.title} · ${view.name} #${view.pull.number}`, crumbs, await show(view));
}

async function pressed(hub: Hub, context: PageContext, press: (checkRunId: number, as: string) => void) {
  const { owner = '', repo = '', id = '' } = context.req.param();
  const form = await context.req.formData();
  const view = await readPull(hub, `${owner}/${repo}`, Number(form.get('pull')));
  const run = view?.runs.find((each) => each.id === Number(id));
  if (!view || !run) return context.notFound();
  press(run.id, accountById(hub.world, view.pull.authorId).login);
  return context.redirect(`/${view.name}/pull/${view.pull.number}/checks?check_run_id=${run.id}`, 303);
}
