import { bigint, boolean, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { GivenReview } from '../../../review/peers/peer-store.ts';
import type { RequestState } from '../../../review/peers/request.ts';
import type { Lack } from '../../../review/wording/lacks.ts';
import { at, github, id } from './columns.ts';
import { pullRequests } from './pulls.ts';

const pullRequestId = () =>
  bigint({ mode: 'number' })
    .notNull()
    .references(() => pullRequests.id, { onDelete: 'cascade' });

/** Who was asked for a preliminary review of what, and what came of it. */
export const peerRequests = pgTable(
  'peer_requests',
  {
    id: id(),
    pullRequestId: pullRequestId(),
    round: integer().notNull(),
    peerId: github().notNull(),
    peerLogin: text(),
    state: text().$type<RequestState>().notNull(),
    onGithub: boolean().notNull(),
    askedAt: at().notNull(),
    answerBy: at(),
    changedAt: at().notNull(),
  },
  (table) => [
    index('peer_requests_pull_request').on(table.pullRequestId),
    index('peer_requests_asked').on(table.askedAt),
    index('peer_requests_peer').on(table.peerId),
  ],
);

/** Reviews that peers and staff have given on GitHub. What staff decide by theirs is a sign-off besides. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    pullRequestId: pullRequestId(),
    sourceId: github().notNull(),
    byId: github().notNull(),
    byLogin: text().notNull(),
    givenAs: text().$type<GivenReview['as']>().notNull(),
    requestId: bigint({ mode: 'number' }).references(() => peerRequests.id, { onDelete: 'set null' }),
    headSha: text().notNull(),
    says: text().$type<GivenReview['says']>().notNull(),
    words: text(),
    lacks: text().$type<Lack['what']>(),
    saidAt: at(),
    at: at().notNull(),
  },
  (table) => [
    unique('reviews_source').on(table.sourceId),
    index('reviews_pull_request').on(table.pullRequestId),
    index('reviews_by').on(table.byId),
  ],
);

/** What peers have done for others: theirs, and kept where the work that they looked at is erased. */
export const reviewsGiven = pgTable(
  'reviews_given',
  {
    id: id(),
    reviewId: bigint({ mode: 'number' })
      .unique()
      .references(() => reviews.id, { onDelete: 'set null' }),
    byId: github().notNull(),
    project: text().notNull(),
    at: at().notNull(),
  },
  (table) => [index('reviews_given_by').on(table.byId)],
);
