import type { Logger } from 'pino';
import { messageOf } from '../domain/errors/message-of.ts';
import type { Again } from './again.ts';
import { obey, type ObeyDeps } from './commands/obey.ts';
import type { ChoreStore } from './chore-store.ts';
import type { DeliveryStore, WaitingDelivery } from './delivery-store.ts';
import { isSaidOnce } from './lost/said-once.ts';
import { press } from './commands/press.ts';
import { look, type LookDeps } from './look.ts';
import type { Looked } from './look.ts';
import { publicityChore, type Publicity } from './publicity.ts';
import { readDelivery } from './read-delivery.ts';
import type { Instruction } from './read-delivery.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import type { PeerWork } from './peers/peer-work.ts';
import { isTakenBack, type SaidWords } from './said-words.ts';
import { sweepChore } from './sweep.ts';
import { type ReviewDeps, takeVerdict } from './take-verdict.ts';
import { UNKNOWN_ADDRESS } from './without-person.ts';

export interface IntakeDeps extends ObeyDeps, LookDeps, ReviewDeps {
  deliveries: DeliveryStore;
  chores: ChoreStore;
  publicity: Publicity;
  /** Whether any project can be worked on there, as far as its name tells: of the others GitHub is not even asked. */
  mayHoldProject: (repository: { owner: string; repo: string }) => boolean;
  peerWork: PeerWork;
  log: Logger;
}

const HOUR = 3_600_000;

/** How patient intake is with one delivery. Times in milliseconds. */
export interface IntakePolicy {
  maxTries: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** What was said once is not found by looking: it is tried for as long as GitHub would send it again. */
  patienceMs: number;
}

const defaultIntakePolicy: IntakePolicy = {
  maxTries: 8,
  firstPauseMs: 1_000,
  longestPauseMs: 300_000,
  patienceMs: 3 * 24 * HOUR,
};

/** After so many tries something is wrong that takes a while: from then on it is tried so often. */
const LATE_PAUSE_MS = HOUR;

/** What waits its turn is asked for again after a quarter of the time that it has waited, and at least so often. */
const LONGEST_TURN_MS = 60_000;

/** GitHub's API may lag behind its own events by a second or two; after so many looks we believe what it shows. */
const looksWhileLagging = 3;

/** What an instruction came to: a few words for the record, or the wish to try again. */
type Result = { done: string } | Again;

function resultOf(looked: Looked): Result {
  switch (looked.found) {
    case 'lagging':
      return { again: 'GitHub still shows the head that was replaced' };
    case 'gone':
      return { done: 'the pull request is gone' };
    case 'no-project':
      return { done: 'the repository belongs to no project' };
    case 'seen': {
      const { stale, started, superseded } = looked.seen;
      if (stale) return { done: 'seen later already' };
      const ended = superseded.map((run) => `run ${run} superseded`);
      return {
        done: [...(started === null ? ['no run needed'] : [`run ${started} queued`]), ...ended].join(', '),
      };
    }
  }
}

/** The words that an instruction was given in, where somebody gave it. */
function wordsIn(instruction: Instruction): SaidWords | null {
  if (instruction.todo === 'obey') {
    const { id, body, createdAt: at } = instruction.comment;
    return { kind: 'comment', id, body, at };
  }
  if (!('review' in instruction)) return null;
  const { id, body, at } = instruction.review;
  return { kind: 'review', id, body: body ?? '', at };
}

/** Where an instruction would make us work, if anywhere. */
const placeOf = (instruction: Instruction) => ('pull' in instruction ? instruction.pull : null);

/** Whether an address was taken out because it was called after somebody who was erased. */
const isUnknown = ({ owner, repo }: PullRequestRef) =>
  owner === UNKNOWN_ADDRESS.owner || repo === UNKNOWN_ADDRESS.repo;

/** Fills in an address that is not known; null where the repository is out of our sight. */
async function located(instruction: Instruction, { reader }: IntakeDeps): Promise<Instruction | null> {
  if (!('pull' in instruction) || !isUnknown(instruction.pull)) return instruction;
  const address = await reader.address(instruction.pull);
  return address === null ? null : { ...instruction, pull: { ...instruction.pull, ...address } };
}

async function follow(
  instruction: Instruction,
  delivery: WaitingDelivery,
  deps: IntakeDeps,
): Promise<Result> {
  const words = wordsIn(instruction);
  if (words !== null && 'pull' in instruction && (await isTakenBack(instruction.pull, words, delivery, deps)))
    return { done: 'what was said is gone, or reads otherwise by now' };
  switch (instruction.todo) {
    case 'look': {
      const staleHead = delivery.tries <= looksWhileLagging ? instruction.before : null;
      return resultOf(
        await look(instruction.pull, { cause: 'pull-request', deliveryId: delivery.id }, staleHead, deps),
      );
    }
    case 'mark-again': {
      const known = await deps.pulls.find(instruction.repositoryId, instruction.number);
      if (known === null) return { done: 'no open pull request of that number' };
      if (known.headSha !== instruction.headSha) return { done: 'a newer commit has replaced that one' };
      return resultOf(await look(known.pull, { cause: 'rerun', deliveryId: delivery.id }, null, deps));
    }
    case 'press':
      return press(instruction, delivery, deps);
    case 'take-verdict':
      return takeReview(instruction, deps);
    case 'hear-review':
      return heardOf(await deps.peerWork.hear(instruction.pull, instruction.review));
    case 'tend-peers':
      return deps.peerWork.tend(instruction.pull);
    case 'obey':
      return obey(instruction.pull, instruction.comment, delivery.id, deps);
    case 'restore': {
      const { pull, changed } = instruction;
      const isGone = changed === null || (await deps.answers.withdraw(pull, changed));
      // At a second try it is gone already.
      if (!isGone && delivery.tries === 1) return { done: 'the comment is not ours' };
      return resultOf(await look(pull, { cause: 'restore', deliveryId: delivery.id }, null, deps));
    }
    case 'leave':
      return { done: `${await deps.pulls.leave(instruction.leaving)} runs superseded` };
    case 'rename':
      await deps.pulls.rename(instruction.repositoryId, instruction);
      return { done: 'renamed' };
    case 'publicity':
      await deps.publicity.setPublic(instruction.repositoryId, instruction.isPublic);
      if (instruction.isPublic) await deps.chores.request(publicityChore);
      return { done: instruction.isPublic ? 'everybody can see it now' : 'not everybody can see it now' };
    case 'sweep':
      await deps.chores.request(sweepChore);
      return { done: 'a sweep was asked for' };
    case 'nothing':
    case 'unreadable':
      return { done: instruction.why };
  }
}

const heardOf = (heard: { done: string | null } | Again): Result =>
  'again' in heard ? heard : { done: heard.done ?? 'a review that decides nothing' };

/** What a review decides comes first; then what it says. */
async function takeReview(
  { pull, given, review }: Extract<Instruction, { todo: 'take-verdict' }>,
  deps: IntakeDeps,
): Promise<Result> {
  const taken = await takeVerdict(pull, given, deps);
  if ('again' in taken) return taken;
  const heard = await deps.peerWork.hear(pull, review);
  if ('again' in heard) return heard;
  return { done: heard.done === null ? taken.done : `${taken.done}; ${heard.done}` };
}

async function tryAgain(
  delivery: WaitingDelivery,
  { again: why, isBusy }: Again,
  deps: IntakeDeps,
  policy: IntakePolicy,
  notBeforeMs: number,
): Promise<void> {
  const { id, tries, receivedAt } = delivery;
  const waited = (await deps.pulls.now()) - receivedAt;
  const mayWait = waited < policy.patienceMs;
  if (isBusy === true && mayWait) {
    const turn = Math.min(Math.max(policy.firstPauseMs, Math.ceil(waited / 4)), LONGEST_TURN_MS);
    return deps.deliveries.postpone(id, turn, why, { isTry: false });
  }
  const isLate = tries >= policy.maxTries;
  if (isLate && !(mayWait && isSaidOnce(delivery))) {
    deps.log.error({ delivery: id, tries }, 'a delivery could not be taken in; the sweep has to find it');
    return deps.deliveries.fail(id, why);
  }
  const longest = isLate ? LATE_PAUSE_MS : policy.longestPauseMs;
  const pause = Math.min(policy.firstPauseMs * 3 ** (tries - 1), longest);
  await deps.deliveries.postpone(id, Math.max(pause, notBeforeMs), why);
}

/** An error that says when to come back (a rate limit) is obeyed. */
function waitOf(error: unknown, now: number): number {
  const retryAt = error instanceof Error && 'retryAt' in error ? error.retryAt : null;
  return typeof retryAt === 'number' ? Math.max(0, retryAt - now) : 0;
}

/**
 * Reads one delivery and does what it asks for. Repeating it does no harm: it brings the records in line with what
 * GitHub says now. Rejects only where the database cannot be reached; any other failure is recorded and tried again.
 */
export async function takeIn(
  id: string,
  deps: IntakeDeps,
  policy: IntakePolicy = defaultIntakePolicy,
): Promise<void> {
  const delivery = await deps.deliveries.begin(id);
  if (delivery === null) return;
  const instruction = readDelivery(delivery);
  const log = deps.log.child({ delivery: id, event: delivery.event, action: delivery.action });
  if (instruction.todo === 'unreadable') {
    log.warn({ why: instruction.why }, 'a delivery is not in the form that GitHub describes');
    return deps.deliveries.fail(id, instruction.why);
  }
  const place = placeOf(instruction);
  if (place !== null && !isUnknown(place) && !deps.mayHoldProject(place)) {
    // Its number alone: a learner's repository is called after them.
    log.info({ repository: place.repositoryId }, 'the repository belongs to no project');
    return deps.deliveries.done(id, 'the repository belongs to no project');
  }
  let result: Result;
  let wait = 0;
  try {
    const found = await located(instruction, deps);
    result =
      found === null ? { done: 'the repository is out of sight' } : await follow(found, delivery, deps);
  } catch (error) {
    const now = await deps.pulls.now();
    log.warn({ err: error, tries: delivery.tries }, 'a delivery is tried again later');
    wait = waitOf(error, now);
    result = { again: messageOf(error) };
  }
  if ('again' in result) return tryAgain(delivery, result, deps, policy, wait);
  log.info({ outcome: result.done }, 'delivery taken in');
  await deps.deliveries.done(id, result.done);
}
