import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createGitHub } from '../../../src/adapters/octokit/github.ts';
import type { GitHub, GitHubOptions } from '../../../src/adapters/octokit/github.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import type { RegisteredApp } from '../../../src/standin/people/apps.ts';
import { startStandIn } from '../../../src/standin/start.ts';
import type { StandIn } from '../../../src/standin/stand-in.ts';

const run = promisify(execFile);

export const texts = (content: Record<string, string>) =>
  new Map(Object.entries(content).map(([path, text]) => [path, new TextEncoder().encode(text)]));

export const REPOSITORY = 'school/hello-ada';

/** A school whose GitHub is the stand-in: one learner (ada), a repository of hers, and our App installed on it. */
export interface School {
  standIn: StandIn;
  app: RegisteredApp;
  installation: number;
  repositoryId: number;
  gitHub: GitHub;
  /** Another client of the same App, with nothing cached. */
  connect(options?: Partial<GitHubOptions>): GitHub;
  /** Milliseconds that our side would have waited, in order; it never does wait. */
  pauses: number[];
  /** Opens a pull request with these files, and reads what it is. */
  submit(files: Record<string, string>, options?: { draft?: boolean; branch?: string }): Promise<Submission>;
  /** Commits what a script of git commands makes, for what an ordinary push cannot, and opens a pull request of it. */
  submitByGit(script: string, repository?: string): Promise<Submission>;
  submissionOf(number: number): Promise<Submission>;
  /** What GitHub shows as changed by a pull request. */
  filesChanged(number: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function startSchool(): Promise<School> {
  const dataDir = await mkdtemp(join(tmpdir(), 'touchstone-school-'));
  const standIn = await startStandIn({ dataDir, clock: systemClock, log: () => undefined });
  standIn.accounts.user({ login: 'tom' });
  standIn.accounts.user({ login: 'ada' });
  standIn.accounts.organization({ login: 'school', owners: ['tom'] });
  const { id: repositoryId } = await standIn.repositories.create({
    owner: 'school',
    name: 'hello-ada',
    files: texts({ 'README.md': '# Hello\n' }),
    collaborators: ['ada'],
  });
  const app = standIn.apps.register({
    name: 'Touchstone',
    owner: 'tom',
    permissions: {
      administration: 'write',
      checks: 'write',
      pull_requests: 'write',
      // A school that has turned on what makes branches of its own grants this.
      contents: 'write',
      metadata: 'read',
      issues: 'read',
      members: 'read',
    },
    events: ['pull_request'],
  });
  const installation = standIn.apps.install({ appId: app.appId, account: 'school' });

  const pauses: number[] = [];
  const connect = (options: Partial<GitHubOptions> = {}) =>
    createGitHub({
      appId: app.appId,
      privateKey: app.privateKey,
      baseUrl: standIn.apiUrl,
      clock: systemClock,
      log: pino({ level: 'silent' }),
      random: () => 0.5,
      pause: (ms, signal) => {
        signal?.throwIfAborted();
        pauses.push(ms);
        return Promise.resolve();
      },
      ...options,
    });
  const gitHub = connect();

  const submissionOf = async (number: number): Promise<Submission> => {
    const ref = { installation, owner: 'school', repo: 'hello-ada', repositoryId, number };
    const state = await gitHub.reader.pullRequest(ref);
    if (state === null) throw new Error(`pull request ${number} is not there`);
    const { pull, learner, headSha, headOwner, headRepo, draft } = state;
    return {
      pull,
      learner,
      project: 'hello',
      headSha,
      headOwner: headOwner ?? '',
      headRepo: headRepo ?? '',
      draft,
    };
  };

  let branches = 0;
  return {
    standIn,
    app,
    installation,
    repositoryId,
    gitHub,
    connect,
    pauses,
    submissionOf,
    filesChanged: async (number) => {
      const octokit = new Octokit({
        authStrategy: createAppAuth,
        auth: { appId: app.appId, privateKey: app.privateKey, installationId: installation },
        baseUrl: standIn.apiUrl,
      });
      const where = { owner: 'school', repo: 'hello-ada', pull_number: number };
      return (await octokit.rest.pulls.listFiles(where)).data.map(({ filename }) => filename);
    },
    submit: async (files, { draft = false, branch = `work-${(branches += 1)}` } = {}) => {
      await standIn.push({ repository: REPOSITORY, branch, as: 'ada', files: texts(files), message: 'Work' });
      const number = await standIn.pulls.open({
        repository: REPOSITORY,
        as: 'ada',
        head: branch,
        title: 'Mine',
        draft,
      });
      return submissionOf(number);
    },
    submitByGit: async (script) => {
      const branch = `git-${(branches += 1)}`;
      const dir = await mkdtemp(join(tmpdir(), 'touchstone-git-'));
      try {
        const url = standIn.repositories.cloneUrl({ repository: REPOSITORY, as: 'ada' });
        const env = {
          ...process.env,
          HOME: dir,
          GIT_AUTHOR_NAME: 'Ada',
          GIT_AUTHOR_EMAIL: 'ada@example.org',
          GIT_COMMITTER_NAME: 'Ada',
          GIT_COMMITTER_EMAIL: 'ada@example.org',
        };
        const steps = [
          'set -e',
          `git clone -q "${url}" work`,
          'cd work',
          `git checkout -q -b ${branch}`,
          script,
          'git commit -q --allow-empty -m Work',
          `git push -q origin HEAD:refs/heads/${branch}`,
        ];
        await run('bash', ['-c', steps.join('\n')], { cwd: dir, env });
      } finally {
        await rm(dir, { recursive: true, force: true });
      }
      return submissionOf(
        await standIn.pulls.open({ repository: REPOSITORY, as: 'ada', head: branch, title: 'Mine' }),
      );
    },
    close: async () => {
      await standIn.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One school for all tests of a file. After each, neither side may have said a thing that GitHub would not. */
export function useSchool(use: (school: School) => void): void {
  let school: School;
  beforeAll(async () => {
    school = await startSchool();
    use(school);
  });
  afterEach(() => {
    school.standIn.faults.clear();
    expect(school.standIn.violations.list).toEqual([]);
  });
  afterAll(async () => {
    await school.close();
  });
}
