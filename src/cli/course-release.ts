import { messageOf } from '../domain/errors/message-of.ts';
import { usageError } from '../domain/errors/usage.ts';
import { visibleLine } from '../domain/visible-text.ts';
import type { Released } from '../opening/release.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface CourseReleaseOptions {
  course: string;
  project: string;
  format: 'text' | 'json';
}

/** `touchstone course release --project <slug>`: 0 when everybody was offered it, 3 when somebody could not be. */
export async function courseReleaseCommand(
  { course: dir, project: slug, format }: CourseReleaseOptions,
  parts: Pick<Parts, 'readCourse' | 'release'>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const course = await parts.readCourse(dir);
  const project = course.projects.get(slug);
  if (project === undefined)
    throw usageError('usage.unknown-project', { slug, known: [...course.projects.keys()] });
  const released = await parts.release({ course, project, signal });
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ project: slug, repositories: released.map(documentOf) }, null, 2)}\n`
      : textOf(released),
  );
  return released.some(({ what }) => what === 'failed') ? exit.failed : exit.done;
}

function documentOf(one: Released) {
  const { owner, repo, what } = one;
  return {
    repository: `${owner}/${repo}`,
    what,
    ...(one.what === 'offered' && { pullRequest: one.number }),
    ...(one.what === 'failed' && { problem: messageOf(one.error) }),
  };
}

function textOf(released: readonly Released[]): string {
  if (released.length === 0) return 'No repository was made for this project.\n';
  return released.map((one) => `${visibleLine(`${one.owner}/${one.repo}`)}: ${wordsOf(one)}\n`).join('');
}

function wordsOf(one: Released): string {
  switch (one.what) {
    case 'offered':
      return `pull request ${one.number}`;
    case 'up-to-date':
      return 'has it, or was offered it before';
    case 'mastered':
      return 'mastered, so left alone';
    case 'other-starter':
      return 'began with something else than our starter, so left alone';
    case 'failed':
      return `not now: ${visibleLine(messageOf(one.error))}`;
  }
}
