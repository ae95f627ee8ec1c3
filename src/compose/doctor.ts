import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import Docker from 'dockerode';
import { askRedis } from '../adapters/bullmq/ask.ts';
import { askDocker } from '../adapters/docker/ask.ts';
import { askContainment } from '../adapters/docker/containment.ts';
import { askGitHub } from '../adapters/octokit/ask.ts';
import { createGitHub } from '../adapters/octokit/github.ts';
import { askDatabase } from '../adapters/postgres/ask.ts';
import type { Config, GitHubAppSettings } from '../config.ts';
import { readAppManifest } from '../app-manifest.ts';
import type { Check, DoctorResult } from '../doctor/check.ts';
import { clockCheck } from '../doctor/clock.ts';
import { courseCheck } from '../doctor/course.ts';
import { databaseCheck } from '../doctor/database.ts';
import { containmentCheck, dockerCheck, imagesCheck } from '../doctor/docker.ts';
import { githubAppCheck } from '../doctor/github-answers.ts';
import { appSettingsCheck, webhookSecretCheck } from '../doctor/github-app.ts';
import { diskCheck, nodeCheck } from '../doctor/machine.ts';
import { redisCheck } from '../doctor/redis.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { teamsCheck } from '../doctor/teams.ts';
import type { Course } from '../domain/course/project.ts';
import { systemClock } from '../domain/clock.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { teamsOf } from '../roster/teams-of-course.ts';
import { readCourse } from './course.ts';
import { createLog } from './log.ts';
import { sandboxImages } from './marking.ts';

/** Asking the embedded database while `serve` has it open is no fault of the machine. */
const inUseIsFine = (check: Check): Check => ({
  ...check,
  examine: async () => {
    try {
      return await check.examine();
    } catch (error) {
      if (error instanceof TouchstoneError && error.code === 'database.in-use') {
        return { ok: true, found: error.message, fix: null };
      }
      throw error;
    }
  },
});

/** The password of an address, as it is written there and as it is meant. One that is not encoded well is both. */
function passwordsIn(url: string): string[] {
  if (url === '') return [];
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

/** What the App has to be granted besides app.yml, for what the course has turned on. */
function permissionsOf(course: Pick<Course, 'opening' | 'retention'>): Record<string, 'write'> {
  return {
    ...((course.opening !== null || course.retention !== null) && { contents: 'write' as const }),
    ...(course.opening !== null && { administration: 'write' as const }),
  };
}

async function githubChecks(config: Config, app: GitHubAppSettings, courseDir: string): Promise<Check[]> {
  const manifest = await readAppManifest();
  const client = {
    appId: app.appId,
    privateKey: app.privateKey,
    baseUrl: config.githubApi,
    clock: systemClock,
    log: createLog({ logLevel: 'silent' }),
  };
  const extra = await readCourse(courseDir).then(permissionsOf, () => ({}));
  const asked = askGitHub(client);
  const { teams } = createGitHub(client);
  // Each check reports the failure by itself.
  asked.catch(() => undefined);
  return [
    githubAppCheck({
      askGitHub: () => asked,
      manifest: {
        permissions: { ...manifest.default_permissions, ...extra },
        events: manifest.default_events,
      },
    }),
    clockCheck({ clock: systemClock, githubTime: async () => (await asked).at }),
    teamsCheck({
      teams: async () => teamsOf(await readCourse(courseDir)),
      members: async (team) => (await teams.members(team))?.length ?? null,
    }),
  ];
}

/** Looks at everything that Touchstone needs on this machine. Never rejects; secrets are never in what it finds. */
export async function examine(config: Config, courseDir: string): Promise<DoctorResult[]> {
  const docker = new Docker();
  const { app } = config;
  const settings = {
    missing: config.missingAppSettings,
    privateKey: app?.privateKey ?? null,
    webhookSecrets: app?.webhookSecrets ?? [],
  };
  const checks: Check[] = [
    nodeCheck({ version: process.versions.node }),
    diskCheck({
      place: config.dataDir,
      freeBytes: async () => {
        const { bavail, bsize } = await statfs(resolve(config.dataDir));
        return bavail * bsize;
      },
    }),
    courseCheck({
      dir: courseDir,
      readCourse: async () => {
        const warnings: string[] = [];
        const { title, projects } = await readCourse(courseDir, (warning) => warnings.push(warning));
        return { title, projects: projects.size, warnings };
      },
    }),
    dockerCheck({ askDocker: () => askDocker(docker) }),
    containmentCheck({
      runtime: config.sandboxRuntime,
      askContainment: () => askContainment(docker),
    }),
    imagesCheck({ sandboxImages: async () => sandboxImages(await readCourse(courseDir)) }),
    redisCheck({ askRedis: () => askRedis(config.redisUrl) }),
    inUseIsFine(
      databaseCheck({
        askDatabase: () =>
          askDatabase(
            config.databaseUrl === null ? { dataDir: config.dataDir } : { url: config.databaseUrl },
          ),
      }),
    ),
    appSettingsCheck(settings),
    webhookSecretCheck(settings),
    ...(app === null ? [] : await githubChecks(config, app, courseDir)),
  ];
  const secrets = [config.redisUrl, config.databaseUrl ?? ''].flatMap((url) => passwordsIn(url));
  // The embedded database takes its time to open (measured: 5 to 12 s the first time).
  return runDoctor(checks, { secrets: [...secrets, ...settings.webhookSecrets], limitMs: 30_000 });
}
