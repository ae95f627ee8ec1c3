import { visibleLine } from '../domain/visible-text.ts';
import type { OpeningTrouble } from '../opening/opening-store.ts';

const WHAT = {
  'not-accepted': 'is ready, and its learner has not accepted the invitations into it',
  unpinned: "does not require Touchstone's check: a pull request can be merged there without it",
  stuck: 'could not be made so far',
} as const;

/** Repositories that staff have to look at, a line each. */
export function troublesText(troubles: readonly OpeningTrouble[]): string {
  return troubles
    .map(({ owner, repo, project, what, why }) => {
      const name = repo === '' ? `a repository for ${project}` : `${owner}/${repo}`;
      return `${visibleLine(`${name} ${WHAT[what]}${why === null ? '' : `: ${why}`}`)}\n`;
    })
    .join('');
}

export function troubleDocument({ owner, repo, project, what, why }: OpeningTrouble) {
  return { repository: repo === '' ? null : `${owner}/${repo}`, project, what, why };
}
