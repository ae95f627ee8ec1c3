import { type Kind, KINDS, NotEnough, type StoreRoom } from './store-room.ts';

/** How many pieces there are at least to be put in, taken out or counted. */
const LEAST: Record<Kind, number> = { in: 1, out: 1, count: 0 };

/** Enters all that a journal says into the room, and hands out what is wrong with it: the line, and why. */
export function* enterJournal(text: string, room: StoreRoom): Generator<string> {
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.startsWith('#') || line.trim() === '') continue;
    const problem = enterLine(line.trim().split(/ +/), room);
    if (problem !== null) yield `${number}: ${problem}`;
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PART = /^[a-z0-9-]+$/;
const AMOUNT = /^\d+$/;

function enterLine(words: string[], room: StoreRoom): string | null {
  const [date, kind, part, amount] = words;
  if (words.length !== 4) return 'an entry has four words';
  if (!isKind(kind)) return `${kind} is none of ${KINDS.join(', ')}`;
  if (!DATE.test(date)) return `${date} is no date`;
  if (!PART.test(part)) return `${part} is no name of a part`;
  if (!AMOUNT.test(amount) || Number(amount) < LEAST[kind]) return `${amount} is no number of pieces`;
  return enter(() => room.enter(part, { date, kind, amount: Number(amount) }));
}

/** Why an entry is not possible; null when it was. */
function enter(entering: () => void): string | null {
  try {
    entering();
    return null;
  } catch (error) {
    if (error instanceof NotEnough) return error.message;
    throw error;
  }
}

const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);
