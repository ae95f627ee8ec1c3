import type { Course } from '../domain/course/project.ts';
import type { DueOpening, OpeningStore } from './opening-store.ts';
import type { RepositoryMaker, RepositoryName } from './repository-maker.ts';

export interface OpenDeps {
  course: Pick<Course, 'repositories' | 'projects' | 'opening'>;
  maker: RepositoryMaker;
  openings: Pick<OpeningStore, 'named' | 'opened'>;
}

/**
 * Makes one repository, or goes on where it was left: each step looks at what is there. The learner is invited last, when the starter is in it and
 * the check is required. What somebody else has put there is not touched: nobody is let into it, and it gets no rule.
 *
 * @throws Error where the project or the account is gone, or the name is somebody else's; what GitHub refuses, as a `GitHubError`
 */
export async function openRepository(
  due: DueOpening,
  { course, maker, openings }: OpenDeps,
  signal: AbortSignal,
): Promise<void> {
  const project = course.projects.get(due.project);
  const { opening } = course;
  if (project === undefined || opening === null) throw new Error('the course has this project no more');
  const login = await maker.loginOf(opening.owner, due.learner, signal);
  if (login === null) throw new Error('the account of the learner is gone');
  const name = due.name ?? { owner: opening.owner, repo: nameFor(course, due.project, login) };
  if (due.name === null && !(await openings.named(due.id, name, login)))
    throw new Error("the repository that it would be is somebody else's");
  const { title, summary } = project.rubric;
  const repository = await maker.make(
    name,
    { isPrivate: opening.visibility === 'private', description: summary },
    signal,
  );
  const starterSha = await maker.fill(
    repository,
    { files: project.starter, message: `Begin with the starter of "${title}"` },
    signal,
  );
  // Whoever has put something else there knows whose it is, who is to get in, and what it requires.
  const isOurs = starterSha !== null;
  const pinned =
    (await maker.isPinned(repository, signal)) || (isOurs && (await maker.pin(repository, signal)));
  if (isOurs) await maker.invite(repository, login, signal);
  const { repositoryId, branch } = repository;
  await openings.opened(due.id, { repositoryId, branch, starterSha, pinned });
}

function nameFor(
  { repositories }: Pick<Course, 'repositories'>,
  project: string,
  login: string,
): RepositoryName['repo'] {
  return repositories.replaceAll('{project}', project).replaceAll('{login}', login);
}
