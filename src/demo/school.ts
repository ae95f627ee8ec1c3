import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileMap } from '../domain/course/file-map.ts';
import type { Course } from '../domain/course/project.ts';
import type { RegisteredApp } from '../standin/people/apps.ts';
import type { StandIn } from '../standin/stand-in.ts';
import type { AppManifest } from '../app-manifest.ts';
import type { Scene } from './scenario.ts';

export interface School {
  app: RegisteredApp;
  webhookSecret: string;
  /** Repository (`owner/name`) of a scene. */
  repositoryOf: (scene: Scene) => string;
}

const organization = 'harbour-code-school';

/** Makes a school on the stand-in: an organisation, its GitHub App, and a repository with the starter for each scene. */
export async function openSchool(
  standIn: StandIn,
  course: Course,
  manifest: AppManifest,
  scenes: readonly Scene[],
): Promise<School> {
  const webhookSecret = randomBytes(24).toString('hex');
  standIn.accounts.user({ login: 'head-of-school', name: 'Head of School' });
  standIn.accounts.organization({ login: organization, owners: ['head-of-school'] });
  const app = standIn.apps.register({
    name: manifest.name,
    owner: organization,
    permissions: manifest.default_permissions,
    events: manifest.default_events,
  });
  standIn.apps.install({ appId: app.appId, account: organization });

  const nameOf = (scene: Scene) =>
    course.repositories.replace('{project}', scene.project).replace('{login}', scene.learner.login);
  for (const scene of scenes) {
    standIn.accounts.user(scene.learner);
    await standIn.repositories.create({
      owner: organization,
      name: nameOf(scene),
      private: true,
      files: course.projects.get(scene.project)?.starter ?? new Map(),
      collaborators: [scene.learner.login],
    });
  }
  return { app, webhookSecret, repositoryOf: (scene) => `${organization}/${nameOf(scene)}` };
}

/** A learner works on a branch, pushes with git and opens a pull request. Resolves to its number. */
export async function handIn(
  standIn: StandIn,
  repository: string,
  scene: Scene,
  files: FileMap,
): Promise<number> {
  await standIn.push({
    repository,
    branch: 'my-work',
    as: scene.learner.login,
    files,
    replace: true,
    message: 'Hand in my work',
  });
  return standIn.pulls.open({
    repository,
    as: scene.learner.login,
    head: 'my-work',
    title: `My ${scene.project}`,
  });
}

/** Where a scene's files are. */
export function exampleDir(course: Course, scene: Pick<Scene, 'project' | 'example'>): string {
  return join(course.projects.get(scene.project)?.dir ?? '', 'examples', scene.example);
}
