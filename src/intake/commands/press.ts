import { createHash } from 'node:crypto';
import type { CheckButton } from '../../domain/check.ts';
import type { Again } from '../again.ts';
import { partsOf } from '../../domain/people/rights.ts';
import type { WaitingDelivery } from '../delivery-store.ts';
import type { PullStore } from '../pull-store.ts';
import type { Command } from './command.ts';
import { give, type ObeyDeps } from './obey.ts';

/** A button on our check that somebody pressed. */
export interface Press {
  repositoryId: number;
  number: number;
  /** The commit that the check is about. */
  headSha: string;
  button: CheckButton;
  by: { id: number; login: string; type: string };
}

export interface PressDeps extends ObeyDeps {
  pulls: Pick<PullStore, 'find'>;
}

/** Each button gives a command; there is no room for words on it. */
const GIVES: Record<CheckButton, Command> = {
  mark: { name: 'mark' },
  appeal: { name: 'appeal', why: '' },
  approve: { name: 'approve', why: null },
};

/**
 * Does what a button on the check asks for. It is for whoever may give the command; whoever may not is told whose it is, and whoever is
 * nobody here is told nothing. What was done shows by itself. GitHub does not say when it was pressed, but tells of it at once: however
 * long it has to wait here, what is said after it was said after it.
 */
export async function press(
  { repositoryId, number, headSha, button, by }: Press,
  { id: deliveryId, receivedAt }: Pick<WaitingDelivery, 'id' | 'receivedAt'>,
  { pulls, reader, roster, answers, handlers }: PressDeps,
): Promise<{ done: string } | Again> {
  const known = await pulls.find(repositoryId, number);
  if (known === null) return { done: 'no open pull request of that number' };
  const { pull } = known;
  const state = await reader.pullRequest(pull);
  if (state === null) return { done: 'the pull request is gone' };
  if (state.headSha !== headSha) return { done: 'a newer commit has replaced that one' };
  const people = await roster();
  const whose = partsOf(by.id, state.learner.id, people);
  if (whose.size === 0 && !people.has(by.id))
    return { done: 'a button pressed by somebody who has no right to' };
  const id = numberOf(deliveryId);
  const comment = { id, by, body: '', createdAt: receivedAt };
  const call = { pull, comment, state, whose, deliveryId, place: 1, button: { headSha } };
  const outcome = await give(GIVES[button], call, handlers);
  if ('again' in outcome) return outcome;
  if (outcome.replies.length > 0) await answers.tell(pull, `button ${id}`, outcome.replies);
  return { done: `button ${button}: ${outcome.done ? 'done' : 'not done'}` };
}

/** A number of a delivery, which GitHub gives none: 48 bits of its name's hash. */
function numberOf(deliveryId: string): number {
  return createHash('sha256').update(deliveryId).digest().readUIntBE(0, 6);
}
