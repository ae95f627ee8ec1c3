import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readAppManifest } from '../../src/app-manifest.ts';
import { exampleDir, handIn, openSchool } from '../../src/demo/school.ts';
import type { Scene } from '../../src/demo/scenario.ts';
import { startTouchstone, type TouchstoneProcess } from '../../src/demo/touchstone-process.ts';
import { loadCourse } from '../../src/course/read-course.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import { readFolder } from '../../src/intake/files/folder.ts';
import type { Seen } from '../../src/standin/people/look.ts';
import { startStandIn } from '../../src/standin/start.ts';
import { freshPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import { until } from '../services/until.ts';
import { expectNameless } from './nameless.ts';

/** The projects that somebody works on here; a course that grows leaves them where they are. */
export const PROJECTS = ['shopping-basket', 'expense-report', 'reading-list'];

/**
 * A school as in production: web and worker processes of their own, PostgreSQL, a Redis of its own that may be killed,
 * and the stand-in for GitHub. `close` takes everything down, and fails where a log has named anybody.
 */
export async function startSchoolDay({
  settings = {},
  courseDir = resolve('rubrics'),
  permissions = {},
  names = ['ada', 'bo', 'chidi', 'dana'],
}: {
  settings?: Record<string, string>;
  courseDir?: string;
  /** What the school grants the App besides, for what it has turned on. */
  permissions?: Record<string, 'read' | 'write'>;
  /** The learners of each project. */
  names?: readonly string[];
} = {}) {
  const course = await loadCourse(courseDir);
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-school-'));
  const database = await freshPostgres();
  const redis = await startRedis();
  const standIn = await startStandIn({
    dataDir: join(dir, 'github'),
    clock: systemClock,
    log: () => undefined,
  });
  const everyone = PROJECTS.flatMap((project) =>
    names.map((name): Scene => ({
      learner: { login: `${name}-${project.slice(0, 4)}`, name },
      project,
      example: '',
      expected: 'not-yet',
    })),
  );
  const manifest = await readAppManifest();
  const granted = { ...manifest, default_permissions: { ...manifest.default_permissions, ...permissions } };
  const school = await openSchool(standIn, course, granted, everyone);
  const processes = new Set<TouchstoneProcess>();

  /** The settings that every process of this school has, and commands that are run in it. */
  const env: Record<string, string> = {
    TOUCHSTONE_DATA: join(dir, 'data'),
    TOUCHSTONE_COURSE: courseDir,
    TOUCHSTONE_DATABASE_URL: database.url,
    TOUCHSTONE_REDIS_URL: redis.url,
    TOUCHSTONE_APP_ID: String(school.app.appId),
    TOUCHSTONE_PRIVATE_KEY: school.app.privateKey,
    TOUCHSTONE_WEBHOOK_SECRET: school.webhookSecret,
    TOUCHSTONE_GITHUB_API: standIn.apiUrl,
    TOUCHSTONE_PORT: '0',
    TOUCHSTONE_LEASE_SECONDS: '5',
    TOUCHSTONE_CONCURRENCY: '2',
    ...settings,
  };
  const start = async (...role: string[]) => {
    const started = await startTouchstone({
      role,
      courseDir,
      logFile: join(dir, `${role.join('-')}-${randomBytes(2).toString('hex')}.log`),
      // Everything that can be logged is looked through when the day ends.
      env: { TOUCHSTONE_LOG_LEVEL: 'debug', ...env },
    });
    processes.add(started);
    if (started.url !== null) {
      const url = `${started.url}/api/github/webhooks`;
      standIn.apps.setWebhook({ appId: school.app.appId, url, secret: school.webhookSecret });
    }
    return started;
  };

  const idle = [...everyone];
  /** The next learner of a project who has not handed anything in yet. */
  const nextScene = (project: string, example: string): Scene => {
    const at = idle.findIndex((each) => each.project === project);
    const [scene] = at < 0 ? [] : idle.splice(at, 1);
    if (scene === undefined) throw new Error(`everybody who works on ${project} has handed in`);
    return { ...scene, example };
  };
  const filesOf = async (project: string, example: string): Promise<FileMap> =>
    (await readFolder(exampleDir(course, { project, example }))).files;

  return {
    course,
    standIn,
    redis,
    school,
    start,
    env,
    dir,
    kill: async (one: TouchstoneProcess) => {
      processes.delete(one);
      await one.kill();
    },
    stop: async (one: TouchstoneProcess) => {
      processes.delete(one);
      await one.stop();
    },
    /** A learner hands in one of the course's examples. */
    handIn: async (project: string, example: string) => {
      const scene = nextScene(project, example);
      const repository = school.repositoryOf(scene);
      const number = await handIn(standIn, repository, scene, await filesOf(project, example));
      return { repository, number, as: scene.learner.login };
    },
    push: async (pull: { repository: string; as: string }, project: string, example: string) =>
      standIn.push({
        repository: pull.repository,
        branch: 'my-work',
        as: pull.as,
        files: await filesOf(project, example),
        replace: true,
        message: `Try again: ${example}`,
      }),
    filesOf,
    /** Waits until the pull request's page is as wanted. */
    sees: async (
      pull: { repository: string; number: number },
      what: string,
      wanted: (seen: Seen) => boolean,
    ) => {
      await until(what, () => Promise.resolve(wanted(standIn.look(pull))), 200_000);
      return standIn.look(pull);
    },
    /** Rows of the database, for what cannot be seen on GitHub. */
    rows: async (query: string): Promise<Record<string, unknown>[]> => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(query)).rows;
      } finally {
        await client.end();
      }
    },
    close: async () => {
      await Promise.all([...processes].map((each) => each.stop()));
      try {
        await expectNameless(
          dir,
          standIn.deliveries.log.map(({ payload }) => payload),
          everyone.flatMap(({ learner }) => [learner.login, learner.name]),
        );
      } finally {
        await standIn.close();
        await redis.stop();
        await database.drop();
        await rm(dir, { recursive: true, force: true });
      }
    },
  };
}

export type SchoolDay = Awaited<ReturnType<typeof startSchoolDay>>;

/** The one check has its conclusion, and the one comment stands. */
export const concluded = (seen: Seen): boolean =>
  seen.checks.length === 1 && seen.checks[0]?.status === 'completed' && seen.comments.length === 1;
