import type { Hub } from '../hub.ts';
import type { Account, Notification, PullRequest } from '../world/entities.ts';
import { accountByLogin, commentsOn } from '../world/find.ts';

/** Code is no place for a mention. */
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
const MENTION = /(?<![\w`@/.])@([a-z\d](?:-?[a-z\d])*)/gi;

/**
 * Tells people of something on a pull request, as GitHub does by mail and bell: those whom a text mentions, and, of what is new, all
 * who take part in it; never whoever did it, and no App. An edit tells those alone whom it mentions for the first time; checks,
 * reactions and pushes tell nobody.
 */
export function notify(
  hub: Hub,
  pull: PullRequest,
  by: Account,
  { why, body, before = '' }: { why: 'comment' | 'review' | 'edit'; body: string; before?: string },
): void {
  const known = new Set(mentionedIn(hub, before));
  const mentioned = mentionedIn(hub, body).filter((id) => !known.has(id));
  const others = why === 'edit' ? [] : participants(hub, pull).filter((id) => !mentioned.includes(id));
  tell(hub, pull, by, 'mention', mentioned);
  if (why !== 'edit') tell(hub, pull, by, why, others);
}

/** Asks somebody for a review. */
export function notifyRequested(hub: Hub, pull: PullRequest, by: Account, of: Account): void {
  tell(hub, pull, by, 'review-requested', [of.id]);
}

function tell(
  { world }: Hub,
  pull: PullRequest,
  by: Account,
  why: Notification['why'],
  ids: readonly number[],
): void {
  for (const to of new Set(ids)) {
    if (to === by.id || world.accounts.get(to)?.type !== 'User') continue;
    world.notifications.push({ pullId: pull.id, to, by: by.id, why, at: world.clock.now() });
  }
}

function participants({ world }: Hub, pull: PullRequest): number[] {
  const reviews = [...world.reviews.values()].filter(
    ({ repositoryId, number }) => repositoryId === pull.repositoryId && number === pull.number,
  );
  return [
    pull.authorId,
    ...commentsOn(world, pull).map(({ authorId }) => authorId),
    ...reviews.map(({ authorId }) => authorId),
    ...pull.requestedReviewers,
  ];
}

function mentionedIn({ world }: Hub, text: string): number[] {
  return [...text.replace(CODE, '').matchAll(MENTION)].flatMap(([, login = '']) => {
    const account = accountByLogin(world, login);
    return account === null ? [] : [account.id];
  });
}
