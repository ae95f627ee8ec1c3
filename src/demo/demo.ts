import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Clock } from '../domain/clock.ts';
import type { DecisionName } from '../domain/course/decision.ts';
import type { Course } from '../domain/course/project.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import { startStandIn } from '../standin/start.ts';
import type { StandIn } from '../standin/stand-in.ts';
import { readAppManifest } from '../app-manifest.ts';
import { chooseScenes, type Scene } from './scenario.ts';
import { exampleDir, handIn, openSchool, type School } from './school.ts';
import { startTouchstone } from './touchstone-process.ts';
import { watch, type Sight } from './watch.ts';

/** One row of what the demo shows; the document of `demo --once --format json` is a list of these. Times in milliseconds. */
export interface DemoRow {
  learner: string;
  project: string;
  decision: DecisionName | null;
  expected: DecisionName;
  firstCheckMs: number | null;
  decisionMs: number | null;
}

export interface DemoOptions {
  course: Course;
  courseDir: string;
  dataDir: string;
  redisUrl: string;
  /** Of the stand-in; 0 for any free one. */
  port: number;
  readFolder: (dir: string) => Promise<SubmissionFiles>;
  clock: Clock;
  signal: AbortSignal;
  /** What happens, a line each, for whoever watches. */
  tell: (line: string) => void;
  /** What is handed in; by default what shows most of the course (`chooseScenes`). */
  scenes?: readonly Scene[];
}

export interface DemoResult {
  rows: (DemoRow & { url: string })[];
  /** Where the pull requests can be looked at while the demo stands. */
  url: string;
}

const says = (scene: Scene, sight: Sight) =>
  `${scene.learner.login} / ${scene.project}: ${sight.title || sight.state}`;

async function playScene(
  standIn: StandIn,
  school: School,
  scene: Scene,
  { course, readFolder, clock, signal, tell }: DemoOptions,
): Promise<() => Promise<DemoResult['rows'][number]>> {
  const repository = school.repositoryOf(scene);
  const { files } = await readFolder(exampleDir(course, scene));
  const pushedAt = clock.now();
  const number = await handIn(standIn, repository, scene, files);
  tell(`${scene.learner.login} / ${scene.project}: pushed and opened ${repository}#${number}`);
  const watched = watch(
    standIn,
    { repository, number, pushedAt },
    {
      clock,
      signal,
      onSight: (sight) => {
        tell(says(scene, sight));
      },
    },
  );
  return async () => {
    const { decision, firstCheckMs, decisionMs } = await watched;
    const { url } = standIn.look({ repository, number });
    const { learner, project, expected } = scene;
    return { learner: learner.login, project, decision, expected, firstCheckMs, decisionMs, url };
  };
}

/**
 * Runs the main job on this machine: a school on a stand-in for GitHub, Touchstone as a process of its own, learners
 * who push with git. `then` is called with the results while everything still stands; all is taken down after it.
 */
export async function runDemo(
  options: DemoOptions,
  then: (result: DemoResult) => Promise<void>,
): Promise<void> {
  const { course, clock, tell } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dir = await mkdtemp(join(resolve(options.dataDir), 'demo-'));
  try {
    const standIn = await startStandIn({
      port: options.port,
      dataDir: join(dir, 'github'),
      clock,
      log: () => undefined,
    });
    try {
      const scenes = options.scenes ?? chooseScenes(course);
      const school = await openSchool(standIn, course, await readAppManifest(), scenes);
      tell(`The stand-in for GitHub is at ${standIn.url}. Touchstone is starting.`);
      const touchstone = await startTouchstone({
        role: ['serve', '--with-worker'],
        courseDir: resolve(options.courseDir),
        logFile: join(options.dataDir, 'demo.log'),
        env: {
          TOUCHSTONE_DATA: join(dir, 'touchstone'),
          TOUCHSTONE_REDIS_URL: options.redisUrl,
          TOUCHSTONE_QUEUE_PREFIX: `demo-${process.pid}-${clock.now()}`,
          TOUCHSTONE_APP_ID: String(school.app.appId),
          TOUCHSTONE_PRIVATE_KEY: school.app.privateKey,
          TOUCHSTONE_WEBHOOK_SECRET: school.webhookSecret,
          TOUCHSTONE_GITHUB_API: standIn.apiUrl,
          TOUCHSTONE_HOST: '127.0.0.1',
          TOUCHSTONE_PORT: '0',
          TOUCHSTONE_DATABASE_URL: '',
        },
      });
      try {
        standIn.apps.setWebhook({
          appId: school.app.appId,
          url: `${touchstone.url ?? ''}/api/github/webhooks`,
          secret: school.webhookSecret,
        });
        const endings = [];
        for (const scene of scenes) {
          if (options.signal.aborted) break;
          endings.push(await playScene(standIn, school, scene, options));
        }
        await then({ rows: await Promise.all(endings.map((ending) => ending())), url: standIn.url });
      } finally {
        await touchstone.stop();
      }
    } finally {
      await standIn.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
