import type { Logger } from 'pino';
import { createGitHub as connect, type GitHub } from '../adapters/octokit/github.ts';
import type { Config, GitHubAppSettings } from '../config.ts';
import { mayHoldProject } from '../course/project-of-place.ts';
import { systemClock } from '../domain/clock.ts';
import type { Course } from '../domain/course/project.ts';
import { usageError } from '../domain/errors/usage.ts';
import { assertSafe } from '../web/app-settings.ts';

/** @throws TouchstoneError `config.github-app-missing`, or where a setting is not safe */
export function appSettings(config: Config): GitHubAppSettings {
  if (config.app === null)
    throw usageError('config.github-app-missing', { missing: config.missingAppSettings });
  assertSafe(config.app);
  return config.app;
}

/** GitHub, as far as the course's projects go. Makes no call by itself. */
export function createGitHub({
  config,
  app,
  course,
  log,
}: {
  config: Config;
  app: GitHubAppSettings;
  course: Course;
  log: Logger;
}): GitHub {
  return connect({
    appId: app.appId,
    privateKey: app.privateKey,
    baseUrl: config.githubApi,
    clock: systemClock,
    log,
    concerns: (repository) => mayHoldProject(course, repository),
    readsProperties: course.otherRepositories.property !== undefined,
  });
}
