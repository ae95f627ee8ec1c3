import type { CommandReply } from '../../domain/command-reply.ts';
import type { Part } from '../../domain/people/rights.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { Again } from '../again.ts';
import type { PullRequestState } from '../github-reader.ts';
import type { Command, CommandName } from './command.ts';

/** A comment as a delivery tells of it: new, and not edited since. */
export interface GivenComment {
  id: number;
  by: { id: number; login: string; type: string };
  body: string;
  /** Milliseconds since 1970; GitHub tells whole seconds. */
  createdAt: number;
}

/** Where a command was given, and by whom. */
export interface Call {
  pull: PullRequestRef;
  comment: GivenComment;
  /** The pull request as GitHub says it is now. */
  state: PullRequestState;
  /** What the person is to this pull request. Nobody without a right comes as far as this. */
  whose: ReadonlySet<Part>;
  deliveryId: string;
  /** Which of the comment's commands it is, from 1. */
  place: number;
  /** Where a button was pressed in place of a comment: the commit that its check is about. */
  button?: { headSha: string };
}

/** By what a command is known, so that it is taken once: each command of a comment by itself, the first by the comment's number alone. */
export function givenBy({ comment, place, button, deliveryId }: Call): string {
  if (button !== undefined) return `button ${deliveryId}`;
  return place === 1 ? `comment ${comment.id}` : `comment ${comment.id}/${place}`;
}

/** What came of a command; or that it has to wait, and is tried again in a while. */
export type Outcome = Again | { done: boolean; replies: readonly CommandReply[] };

/** Does one command. Doing it twice does no harm: the same comment may come again. */
export type Handler<Name extends CommandName> = (
  command: Extract<Command, { name: Name }>,
  call: Call,
) => Promise<Outcome>;

/** What does each command. */
export type Handlers = { [Name in CommandName]: Handler<Name> };

export const done: Outcome = { done: true, replies: [] };

/** Done, and something is said besides the sign. */
export const told = (reply: CommandReply): Outcome => ({ done: true, replies: [reply] });

export const not = (reply: CommandReply): Outcome => ({ done: false, replies: [reply] });
