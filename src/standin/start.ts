import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { createRateLimits } from './access/rate.ts';
import { readApiDescription } from './api/description.ts';
import { createViolations } from './api/violations.ts';
import { createFaults } from './faults/faults.ts';
import { createHooks } from './hooks/dispatch.ts';
import type { Hub } from './hub.ts';
import { githubLimits } from './limits.ts';
import { apiPrefix, createLinks } from './links.ts';
import { createPages } from './pages/pages.tsx';
import { createAccounts } from './people/accounts.ts';
import { createApps } from './people/apps.ts';
import { createCheckButtons } from './people/checks.ts';
import { createConversation } from './people/conversation.ts';
import { createLook } from './people/look.ts';
import { createPulls } from './people/pulls.ts';
import { createPushFiles } from './people/push.ts';
import { createPushes } from './people/receive.ts';
import { createRepositories } from './people/repositories.ts';
import { createTeams } from './people/teams.ts';
import { handlers } from './rest/handlers.ts';
import { createApi } from './server/api.ts';
import { createCodeload } from './server/codeload.ts';
import { createGraphql, graphqlPath } from './server/graphql.ts';
import { createGitFront } from './server/git-front.ts';
import type { ApiRequest } from './server/requests.ts';
import type { StandIn, StandInOptions } from './stand-in.ts';
import { createWorld } from './world/world.ts';

/** Starts a stand-in for GitHub on this machine's own address. It lives until `close`. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const server = createServer();
  const links = createLinks(await listen(server, options.port ?? 0));
  const world = createWorld(options.clock);
  const violations = createViolations(() => world.clock.now());
  const description = readApiDescription();
  const checks = description.webhooks;
  const hooks = createHooks({ world, links, checks, violations, log: options.log });
  const hub: Hub = { world, links, hooks, dataDir };
  const limits = { ...githubLimits, ...options.limits };
  const faults = createFaults();
  const requests: ApiRequest[] = [];
  const repositories = createRepositories(hub);
  const pushes = createPushes(hub);

  const app = new Hono<{ Bindings: HttpBindings }>();
  const rates = createRateLimits(limits, () => world.clock.now());
  const record = (request: ApiRequest) => void requests.push(request);
  const api = { hub, description, handlers, violations, faults, rates, limits, record };
  app.route(apiPrefix, createApi(api));
  app.route(graphqlPath, createGraphql(api));
  app.route('/codeload', createCodeload(hub));
  app.route('/', createPages(hub));
  const gitFront = createGitFront(hub, pushes);
  const web = getRequestListener(app.fetch);
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', links.origin).pathname;
    const work = gitFront.takes(path) ? gitFront.answer(request, response) : web(request, response);
    Promise.resolve(work).catch((error: unknown) => {
      options.log(`${request.method ?? ''} ${path}: ${String(error)}`);
      response.destroy();
    });
  });

  return {
    url: links.origin,
    apiUrl: links.api(''),
    accounts: createAccounts(hub),
    teams: createTeams(hub),
    repositories,
    pulls: createPulls(hub),
    conversation: createConversation(hub),
    checks: createCheckButtons(hub),
    apps: createApps(hub),
    push: createPushFiles(hub, repositories, pushes),
    look: createLook(hub),
    requests: {
      list: requests,
      of: (operation) => requests.filter((request) => request.operation === operation),
      clear: () => void requests.splice(0),
    },
    deliveries: {
      ...hooks.control,
      idle: async () => {
        await pushes.settled();
        await hooks.control.idle();
      },
    },
    faults,
    violations,
    close: async () => {
      await hooks.close();
      server.closeAllConnections();
      await new Promise<void>((done) =>
        server.close(() => {
          done();
        }),
      );
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolvePort, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the stand-in has no port'));
      else resolvePort(`http://127.0.0.1:${address.port}`);
    });
  });
}
