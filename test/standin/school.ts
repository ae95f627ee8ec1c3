import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { Webhooks } from '@octokit/webhooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../src/domain/clock.ts';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import type { StandInLimits } from '../../src/standin/limits.ts';
import type { RegisteredApp } from '../../src/standin/people/apps.ts';
import { startStandIn } from '../../src/standin/start.ts';
import type { StandIn } from '../../src/standin/stand-in.ts';

export const secret = 'a secret that only the school knows';

export function files(content: Record<string, string>): FileMap {
  return new Map(Object.entries(content).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

interface ReceivedHook {
  event: string;
  action: string | null;
  guid: string;
  payload: Record<string, unknown>;
  signed: boolean;
}

interface Receiver {
  url: string;
  hooks: ReceivedHook[];
  /** What it answers from now on. */
  status: number;
  /** Resolves with the first hook of this kind, once it has come. */
  next(event: string, action?: string): Promise<ReceivedHook>;
  close(): Promise<void>;
}

/** Takes webhooks and verifies them with Octokit's own package. */
async function startReceiver(): Promise<Receiver> {
  const webhooks = new Webhooks({ secret });
  let wake: (() => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const header = (name: string) => String(request.headers[name] ?? '');
      void webhooks.verify(body, header('x-hub-signature-256')).then((signed) => {
        const payload = JSON.parse(body) as Record<string, unknown>;
        const action = typeof payload['action'] === 'string' ? payload['action'] : null;
        receiver.hooks.push({
          event: header('x-github-event'),
          action,
          guid: header('x-github-delivery'),
          payload,
          signed,
        });
        response.writeHead(receiver.status).end('thank you');
        wake.splice(0).forEach((each) => {
          each();
        });
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = address !== null && typeof address !== 'string' ? address.port : 0;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    hooks: [],
    status: 200,
    next: async (event, action) => {
      for (;;) {
        const found = receiver.hooks.find(
          (hook) => hook.event === event && (action === undefined || hook.action === action),
        );
        if (found) return found;
        await new Promise<void>((resume) => wake.push(resume));
      }
    },
    close: () =>
      new Promise((done) => {
        wake = [];
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
  return receiver;
}

export interface School {
  standIn: StandIn;
  receiver: Receiver;
  app: RegisteredApp;
  installation: number;
  /** Calls as the installation. */
  octokit: Octokit;
  /** Calls as the App itself. */
  appOctokit: Octokit;
  close(): Promise<void>;
}

export const permissions = {
  checks: 'write',
  pull_requests: 'write',
  contents: 'read',
  metadata: 'read',
} as const;
const events = ['pull_request', 'check_run', 'push', 'issue_comment', 'pull_request_review', 'repository'];

/** A school with one learner (ada), a teacher (tom), a repository of hers, and the App installed on all of its repositories. */
export async function startSchool(
  options: {
    clock?: Clock;
    limits?: Partial<StandInLimits>;
    /** What the App may do besides. */
    more?: Partial<Record<keyof typeof permissions, 'write'>>;
  } = {},
): Promise<School> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stand-in-test-'));
  const receiver = await startReceiver();
  const standIn = await startStandIn({
    dataDir,
    clock: options.clock ?? systemClock,
    log: () => undefined,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  standIn.accounts.user({ login: 'tom', name: 'Tom Teacher' });
  standIn.accounts.user({ login: 'ada', name: 'Ada Learner' });
  standIn.accounts.organization({ login: 'school', owners: ['tom'] });
  await standIn.repositories.create({
    owner: 'school',
    name: 'hello-ada',
    files: files({ 'README.md': '# Hello\n', 'index.js': 'export const greet = () => "";\n' }),
    collaborators: ['ada'],
  });
  const app = standIn.apps.register({
    name: 'Touchstone',
    owner: 'tom',
    permissions: { ...permissions, ...options.more },
    events,
    webhook: { url: receiver.url, secret },
  });
  const installation = standIn.apps.install({ appId: app.appId, account: 'school' });
  const auth = { appId: app.appId, privateKey: app.privateKey };
  const quiet = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const common = { authStrategy: createAppAuth, baseUrl: standIn.apiUrl, log: quiet };
  return {
    standIn,
    receiver,
    app,
    installation,
    octokit: new Octokit({ ...common, auth: { ...auth, installationId: installation } }),
    appOctokit: new Octokit({ ...common, auth }),
    close: async () => {
      await standIn.close();
      await receiver.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const hello = { owner: 'school', repo: 'hello-ada' };

/** Ada pushes a branch and opens a pull request from it. */
export async function openPull(
  school: School,
  options: { branch?: string; draft?: boolean; content?: string } = {},
): Promise<{ number: number; sha: string }> {
  const branch = options.branch ?? 'work';
  const sha = await school.standIn.push({
    repository: 'school/hello-ada',
    branch,
    as: 'ada',
    files: files({ 'index.js': options.content ?? 'export const greet = () => "hello";\n' }),
    message: 'Say hello',
  });
  const number = await school.standIn.pulls.open({
    repository: 'school/hello-ada',
    as: 'ada',
    head: branch,
    title: 'My hello',
    ...(options.draft === undefined ? {} : { draft: options.draft }),
  });
  return { number, sha };
}
