import { z } from 'zod';
import type { Delivery } from './inbox.ts';
import { payloadOf } from './payload-of.ts';
import { type Instruction, readDelivery } from './read-delivery.ts';

/** Somebody who is erased while deliveries wait. */
export interface Erased {
  id: number;
  /** Whether a pull request is theirs, as far as the records know. */
  hasOpened: (repositoryId: number, number: number) => boolean;
  /** A text of somebody else without their names. */
  withoutNames: (text: string) => string;
  /** Whether an account or a repository is called after them. */
  isNamedIn: (place: { owner: string; repo: string }) => boolean;
}

/** In place of an address that is called after somebody who was erased: intake asks GitHub how it is called. */
export const UNKNOWN_ADDRESS = { owner: '', repo: '' };

const Whoever = z.object({ id: z.number() }).nullish();
const Opened = z.object({ user: Whoever }).optional();

/** Whose work it is, which intake asks GitHub. */
const Author = z.object({ pull_request: Opened, issue: Opened });

const Worded = z.object({ body: z.string().nullable() });
const Placed = z.object({ name: z.string(), owner: z.object({ login: z.string() }) });
const Address = z.object({ owner: z.string(), repo: z.string() });
const Sent = z.object({ sender: z.object({ id: z.number() }) });

/**
 * A delivery that nobody has read yet without somebody who is erased: what intake reads of it, and nothing else, with what others have
 * said. Null where all that it says is theirs: they said it, or it is about their work. Pure.
 */
export function withoutPerson(
  delivery: Omit<Delivery, 'id'>,
  person: Erased,
): Record<string, unknown> | null {
  const instruction = readDelivery({ id: '', ...delivery });
  const read = z.record(z.string(), z.unknown()).safeParse(payloadOf(delivery)).data;
  if (read === undefined || isTheirs(instruction, delivery, person)) return null;
  const left = { ...read };
  if (Sent.safeParse(read).data?.sender.id === person.id) delete left['sender'];
  for (const key of ['review', 'comment']) {
    const worded = Worded.loose().safeParse(read[key]).data;
    if (typeof worded?.body === 'string') left[key] = { ...worded, body: person.withoutNames(worded.body) };
  }
  const address = Address.loose().safeParse(read).data;
  if (address !== undefined && person.isNamedIn(address)) Object.assign(left, UNKNOWN_ADDRESS);
  const repository = Placed.loose().safeParse(read['repository']).data;
  if (
    repository !== undefined &&
    person.isNamedIn({ owner: repository.owner.login, repo: repository.name })
  ) {
    // What it says is the name itself, and the next look says that too.
    if (instruction.todo === 'rename') return null;
    left['repository'] = {
      ...repository,
      name: UNKNOWN_ADDRESS.repo,
      owner: { login: UNKNOWN_ADDRESS.owner },
    };
  }
  return left;
}

function isTheirs(
  instruction: Instruction,
  { payload }: Pick<Delivery, 'payload'>,
  { id, hasOpened }: Erased,
): boolean {
  const author = Author.safeParse(payload).data;
  if (author?.pull_request?.user?.id === id || author?.issue?.user?.id === id) return true;
  switch (instruction.todo) {
    case 'nothing':
    case 'unreadable':
      return true;
    case 'press':
      return instruction.by.id === id || hasOpened(instruction.repositoryId, instruction.number);
    case 'mark-again':
      return hasOpened(instruction.repositoryId, instruction.number);
    case 'obey':
      return (
        instruction.comment.by.id === id || hasOpened(instruction.pull.repositoryId, instruction.pull.number)
      );
    case 'take-verdict':
    case 'hear-review':
      return (
        instruction.review.by.id === id || hasOpened(instruction.pull.repositoryId, instruction.pull.number)
      );
    case 'look':
    case 'tend-peers':
    case 'restore':
      return hasOpened(instruction.pull.repositoryId, instruction.pull.number);
    case 'leave':
    case 'rename':
    case 'publicity':
    case 'sweep':
      return false;
  }
}
