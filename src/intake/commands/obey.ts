import { DEEDS, mayDo, partsOf } from '../../domain/people/rights.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { Again } from '../again.ts';
import type { GitHubReader } from '../github-reader.ts';
import type { CommandAnswers } from './answers.ts';
import { type Call, type GivenComment, type Handlers, not, type Outcome } from './call.ts';
import { type Command, COMMANDS } from './command.ts';
import { lastWord } from './last-word.ts';
import { readCommands, type Reading } from './read-commands.ts';
import { usageOf } from './usage.ts';

export interface ObeyDeps {
  reader: GitHubReader;
  /** Who is who, as it is known now. */
  roster: () => Promise<Roster>;
  answers: CommandAnswers;
  handlers: Handlers;
}

/** What came of the commands of a comment, for the record; or that they have to wait. */
type Obeyed = { done: string } | Again;

/**
 * Does what a comment on a pull request asks for, and answers it. Whoever is nobody in the school gets a sign and no words: on a
 * public repository anybody can write. Doing it twice does no harm.
 */
export async function obey(
  pull: PullRequestRef,
  comment: GivenComment,
  deliveryId: string,
  { reader, roster, answers, handlers }: ObeyDeps,
): Promise<Obeyed> {
  const state = await reader.pullRequest(pull);
  if (state === null) return { done: 'the pull request is gone' };
  const people = await roster();
  const whose = partsOf(comment.by.id, state.learner.id, people);
  if (whose.size === 0 && !people.has(comment.by.id)) {
    await answers.answer(pull, comment.id, { done: false, replies: [] });
    return { done: 'a command of somebody who has none' };
  }
  const outcomes: Exclude<Outcome, Again>[] = [];
  for (const { reading, place } of lastWord(readCommands(comment.body))) {
    const outcome = await follow(reading, { pull, comment, state, whose, deliveryId, place }, handlers);
    if ('again' in outcome) {
      // Nobody should wonder whether they were heard while something else is being said.
      await answers.seen(pull, comment.id);
      return outcome;
    }
    outcomes.push(outcome);
  }
  await answers.answer(pull, comment.id, {
    done: outcomes.every((outcome) => outcome.done),
    replies: outcomes.flatMap(({ replies }) => replies),
  });
  return { done: `${outcomes.length} commands: ${outcomes.filter((outcome) => outcome.done).length} done` };
}

async function follow(reading: Reading, call: Call, handlers: Handlers): Promise<Outcome> {
  switch (reading.kind) {
    case 'unknown':
      return not({ kind: 'unknown', name: reading.name, nearest: usageOf(reading.nearest) });
    case 'incomplete': {
      const { name, expected } = reading;
      return not({ kind: 'incomplete', usage: COMMANDS[name].usage, expected });
    }
    case 'command':
      return give(reading.command, call, handlers);
  }
}

/** A command goes to the handler of its name, or back to somebody whose it is not. */
export function give(command: Command, call: Call, handlers: Handlers): Promise<Outcome> {
  const { name } = command;
  if (!mayDo(name, call.whose))
    return Promise.resolve(not({ kind: 'not-yours', usage: COMMANDS[name].usage, whose: DEEDS[name] }));
  // The table has under each name the handler of that name; the compiler cannot follow a name that it does not know.
  const handler = handlers[name] as (command: Command, call: Call) => Promise<Outcome>;
  return handler(command, call);
}
