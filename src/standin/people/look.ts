import type { Hub } from '../hub.ts';
import type { CheckRun, Comment, Notification } from '../world/entities.ts';
import { accountById, checkRunsOf, commentsOn, latestCheckRuns, repositoryById } from '../world/find.ts';
import { pullNamed, type PullName } from './conversation.ts';

/** What anybody can see of a pull request at this moment; it stays as it was when things go on. */
export interface Seen {
  /** Where its page is. */
  url: string;
  state: 'open' | 'closed';
  headSha: string;
  /** The newest run of each check on the head commit. */
  checks: readonly Readonly<CheckRun>[];
  /** The logins of those who were asked for a review and have not given one. */
  requested: readonly string[];
  /** Oldest first. */
  comments: readonly Readonly<Comment>[];
  /** What people were told of it by mail and bell, by logins, in the order in which they were told. */
  notifications: readonly { to: string; by: string; why: Notification['why'] }[];
}

export type Look = (what: PullName) => Seen;

export function createLook(hub: Hub): Look {
  return (what) => {
    const pull = pullNamed(hub, what);
    const repository = repositoryById(hub.world, pull.repositoryId);
    const loginOf = (id: number) => accountById(hub.world, id).login;
    return {
      url: hub.links.html(`/${what.repository}/pull/${what.number}`),
      state: pull.state,
      headSha: pull.headSha,
      checks: structuredClone(latestCheckRuns(checkRunsOf(hub.world, repository, pull.headSha))),
      requested: [...pull.requestedReviewers].map((id) => accountById(hub.world, id).login),
      comments: structuredClone(commentsOn(hub.world, pull)),
      notifications: hub.world.notifications
        .filter(({ pullId }) => pullId === pull.id)
        .map(({ to, by, why }) => ({ to: loginOf(to), by: loginOf(by), why })),
    };
  };
}
