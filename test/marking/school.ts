import { randomUUID } from 'node:crypto';
import { openLine } from '../../src/adapters/bullmq/line.ts';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import { connectPostgres } from '../../src/adapters/postgres/postgres.ts';
import type { Project } from '../../src/domain/course/project.ts';
import type { PullRequestState } from '../../src/intake/github-reader.ts';
import type { Mark } from '../../src/marking/mark.ts';
import type { RunPolicy } from '../../src/marking/run-state.ts';
import { startWorker } from '../../src/marking/worker.ts';
import type { RunningWorker } from '../../src/marking/worker.ts';
import type { WorkerSettings } from '../../src/marking/worker-settings.ts';
import { freshPglite } from '../services/pglite.ts';
import { freshPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import type { TestRedis } from '../services/redis.ts';
import { silent } from '../services/silent.ts';
import { pullRequestDelivery } from './deliveries.ts';
import { gitHubInMemory, plainRendering } from './github-in-memory.ts';
import type { GitHubInMemory, Said } from './github-in-memory.ts';
import { notYet } from './markings.ts';
import { noAnswers, noCommands } from './no-commands.ts';
import { noPeers } from './no-peers.ts';
import { smallProject } from './small-project.ts';

/** Impatient, so that tests need not wait; nothing else differs from production. */
export const impatientPolicy: Partial<RunPolicy> = {
  leaseMs: 1_500,
  firstPauseMs: 50,
  longestPauseMs: 200,
  maxTries: 3,
};
export const impatient: Partial<WorkerSettings> = {
  heartbeatMs: 200,
  askEveryMs: 20,
  pollMs: 100,
  againAfterMs: 1_000,
  announceAfterMs: 200,
  roundPollMs: 100,
  graceMs: 1_000,
};

const noServer = { url: '', drop: () => Promise.resolve() };

/** A real PostgreSQL and a real Redis, a GitHub in memory, and workers on them. */
export interface School {
  database: Database;
  databaseUrl: string;
  redis: TestRedis;
  github: GitHubInMemory;
  /** What marking does; a test may put another in its place. */
  marks: { mark: Mark; begun: number };
  worker(settings?: Partial<WorkerSettings>): Promise<RunningWorker>;
  /** Moves a pull request on and delivers the event that says so. */
  push(state: PullRequestState, action?: string): Promise<void>;
  results(): Said[];
  close(): Promise<void>;
}

/** @param kind the database: a PostgreSQL server, or the embedded one in this process */
export async function openSchool(
  kind: 'postgres' | 'embedded' = 'postgres',
  theProject: Project = smallProject,
): Promise<School> {
  const redis = await startRedis();
  const { url, drop } = kind === 'postgres' ? await freshPostgres() : noServer;
  const connection =
    kind === 'postgres' ? await connectPostgres(url, silent) : await connectPglite(await freshPglite());
  const database = databaseOn(connection, { policy: impatientPolicy });
  const closers: (() => Promise<void>)[] = [];
  const github = gitHubInMemory();

  const school: School = {
    database,
    databaseUrl: url,
    redis,
    github,
    marks: { begun: 0, mark: () => Promise.resolve(notYet()) },
    async worker(settings) {
      const line = openLine({ url: redis.url, prefix: 'school', log: silent });
      const worker = await startWorker(
        {
          stores: database,
          line,
          ...github,
          rendering: plainRendering,
          mark: (request) => {
            school.marks.begun += 1;
            return school.marks.mark(request);
          },
          projectOf: ({ repo }) => (repo.startsWith('todo-cli-') ? 'todo-cli' : null),
          mayHoldProject: ({ repo }) => repo.startsWith('todo-cli-'),
          project: (slug) => (slug === 'todo-cli' ? theProject : null),
          projects: () => [theProject],
          open: () => null,
          missingAgain: () => Promise.resolve([]),
          personMustLook: () => Promise.resolve(false),
          mayLearn: () => Promise.resolve(true),
          volunteers: () => Promise.resolve([]),
          roster: () => Promise.resolve(new Map()),
          answers: noAnswers,
          handlers: noCommands,
          peerWork: noPeers,
          rounds: [],
          newToken: randomUUID,
          log: silent,
        },
        { ...impatient, ...settings },
      );
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= worker.stop().then(() => line.close()));
      closers.push(stop);
      return { stop };
    },
    async push(state, action = 'synchronize') {
      github.push(state);
      await database.deliveries.insert(pullRequestDelivery(state, action));
    },
    results: () => github.said.filter((said) => said.completed),
    async close() {
      redis.thaw();
      await Promise.all(closers.map((close) => close()));
      await database.close();
      await redis.stop();
      await drop();
    },
  };
  return school;
}
