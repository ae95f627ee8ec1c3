import type { CommandReply, CommandUsage } from '../../domain/command-reply.ts';
import type { Project } from '../../domain/course/project.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { PullRequestState } from '../github-reader.ts';
import { look, type LookDeps } from '../look.ts';
import type { MarkingReader } from '../marking-reader.ts';
import { judgeVerdict, type VerdictDeps } from '../take-verdict.ts';
import type { CommandAnswers } from './answers.ts';
import { type Command, COMMANDS, type Whose } from './command.ts';
import { readCommands, type Reading } from './read-commands.ts';

/** A comment as a delivery tells of it: new, and not edited since. */
export interface GivenComment {
  id: number;
  by: { id: number; login: string; type: string };
  body: string;
  /** Milliseconds since 1970; GitHub tells whole seconds. */
  createdAt: number;
}

export interface ObeyDeps extends LookDeps, VerdictDeps {
  markings: MarkingReader;
  answers: CommandAnswers;
  project: (slug: string) => Project | null;
}

/** What came of the commands of a comment, for the record; or that they have to wait. */
type Obeyed = { done: string } | { again: string };
/** What came of one of them. */
type Outcome = { again: string } | { done: boolean; replies: CommandReply[] };

const SECOND = 1_000;
const done: Outcome = { done: true, replies: [] };
const not = (reply: CommandReply): Outcome => ({ done: false, replies: [reply] });

interface Call {
  pull: PullRequestRef;
  comment: GivenComment;
  state: PullRequestState;
  whose: ReadonlySet<Whose>;
  deliveryId: string;
}

/**
 * Does what a comment on a pull request asks for, and answers it. Whoever is neither its learner nor staff gets a sign and no words:
 * on a public repository anybody can write. Doing it twice does no harm.
 */
export async function obey(
  pull: PullRequestRef,
  comment: GivenComment,
  deliveryId: string,
  deps: ObeyDeps,
): Promise<Obeyed> {
  const state = await deps.reader.pullRequest(pull);
  if (state === null) return { done: 'the pull request is gone' };
  const whose = rightsOf(comment.by.id, state, deps.roster());
  if (whose.size === 0) {
    await deps.answers.answer(pull, comment.id, { done: false, replies: [] });
    return { done: 'a command of somebody who has none' };
  }
  const outcomes: Exclude<Outcome, { again: string }>[] = [];
  for (const reading of readCommands(comment.body)) {
    const outcome = await follow(reading, { pull, comment, state, whose, deliveryId }, deps);
    if ('again' in outcome) return outcome;
    outcomes.push(outcome);
  }
  await deps.answers.answer(pull, comment.id, {
    done: outcomes.every((outcome) => outcome.done),
    replies: outcomes.flatMap(({ replies }) => replies),
  });
  return { done: `${outcomes.length} commands: ${outcomes.filter((outcome) => outcome.done).length} done` };
}

function rightsOf(id: number, { learner }: PullRequestState, roster: Roster): Set<Whose> {
  const roles = roster.get(id)?.roles;
  const isStaff = roles?.has('staff') === true || roles?.has('lead') === true;
  return new Set<Whose>([
    ...(id === learner.id ? (['author'] as const) : []),
    ...(isStaff ? (['staff'] as const) : []),
  ]);
}

const usageOf = (name: keyof typeof COMMANDS): CommandUsage => {
  const { usage, does } = COMMANDS[name];
  return { usage, does };
};

async function follow(reading: Reading, call: Call, deps: ObeyDeps): Promise<Outcome> {
  switch (reading.kind) {
    case 'unknown':
      return not({ kind: 'unknown', name: reading.name, nearest: usageOf(reading.nearest) });
    case 'incomplete': {
      const { name, expected } = reading;
      return not({ kind: 'incomplete', usage: COMMANDS[name].usage, expected });
    }
    case 'command': {
      const { whose, usage } = COMMANDS[reading.command.name];
      if (!whose.some((each) => call.whose.has(each))) return not({ kind: 'not-yours', usage });
      return obeyOne(reading.command, call, deps);
    }
  }
}

async function obeyOne(command: Command, call: Call, deps: ObeyDeps): Promise<Outcome> {
  switch (command.name) {
    case 'help':
      return { done: true, replies: [{ kind: 'help', commands: commandsFor(call.whose) }] };
    case 'mark':
      await look(call.pull, { cause: 'rerun', deliveryId: call.deliveryId }, null, deps);
      return done;
    case 'explain':
      return explain(command.criterion, call, deps);
    case 'approve':
      return sayVerdict('mastered', command.why, call, deps);
    case 'request-changes':
      return sayVerdict('not-yet', command.why, call, deps);
  }
}

function commandsFor(rights: ReadonlySet<Whose>): CommandUsage[] {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return names.filter((name) => COMMANDS[name].whose.some((each) => rights.has(each))).map(usageOf);
}

async function explain(criterion: string, { pull, state }: Call, deps: ObeyDeps): Promise<Outcome> {
  const slug = deps.projectOf(pull.repo);
  const project = slug === null ? null : deps.project(slug);
  if (project === null) return done;
  const known = project.rubric.stages.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  if (!known.includes(criterion)) return not({ kind: 'no-criterion', asked: criterion, known });
  const marking = await deps.markings.last(pull.repositoryId, pull.number, state.headSha);
  const found = marking?.stages
    .map((stage) => ({ ...stage, criteria: stage.criteria.filter(({ id }) => id === criterion) }))
    .find(({ criteria }) => criteria.length > 0);
  return {
    done: true,
    replies: [{ kind: 'explanation', project: project.slug, criterion, found: found ?? null }],
  };
}

/** A comment is not about a commit by itself: it is about the one whose result stood there when it was written. */
async function sayVerdict(
  says: 'mastered' | 'not-yet',
  why: string | null,
  { pull, comment: { id, by, createdAt }, state }: Call,
  deps: ObeyDeps,
): Promise<Outcome> {
  const sha = await deps.signOffs.shownAt(pull.repositoryId, pull.number, createdAt + SECOND - 1);
  if (sha === null) return not({ kind: 'refused', refusal: 'not-marked-yet' });
  const verdict = { by, says, sha, why };
  const judged = await judgeVerdict(pull, state, { verdict, source: { kind: 'comment', id } }, deps);
  switch (judged.what) {
    case 'refused':
      return not({ kind: 'refused', refusal: judged.refusal });
    case 'busy':
      return { again: 'a result is being said' };
    case 'kept':
    case 'known':
      return done;
  }
}
