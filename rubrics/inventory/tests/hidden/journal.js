import { between, shuffled } from './random.js';

const parts = [
  'tubes',
  'chains',
  'brake-pads',
  'bells',
  'lamps',
  'saddles',
  'pedals',
  'spokes',
  'rims-28',
  'grips',
];

const two = (number) => String(number).padStart(2, '0');
const randomDate = () => `2026-${two(between(1, 12))}-${two(between(1, 28))}`;

/** The names of so many parts, in no order. */
export const randomParts = (size) => shuffled(parts).slice(0, size);

/**
 * Entries in good order for these parts, `size` each, as objects: `{ date, kind, part, amount, stock }`, in which
 * `stock` is what is there afterwards. Each part ends with another stock: those of one journal are all different.
 */
export function randomEntries(names, size) {
  const ends = shuffled(names.map((_, at) => (at + 1) * 11 + between(0, 9)));
  const entries = names.map((part, at) => entriesOf(part, size, ends[at]));
  const mixed = shuffled(entries.flatMap((list, at) => list.map(() => at)));
  return mixed.map((at) => entries[at].shift());
}

function entriesOf(part, size, end) {
  let stock = 0;
  return Array.from({ length: size }, (_, at) => {
    const entry = at === size - 1 ? lastEntry(stock, end) : nextEntry(stock);
    stock = entry.stock;
    return { date: randomDate(), part, ...entry };
  });
}

function nextEntry(stock) {
  const kind = stock > 1 ? shuffled(['in', 'out', 'count'])[0] : 'in';
  if (kind === 'count') {
    const amount = between(2, 150);
    return { kind, amount, stock: amount };
  }
  const amount = kind === 'in' ? between(1, 60) : between(1, stock - 1);
  return { kind, amount, stock: kind === 'in' ? stock + amount : stock - amount };
}

/** What leads from one stock to another. */
function lastEntry(stock, end) {
  if (end === stock) return { kind: 'count', amount: end, stock: end };
  return end > stock
    ? { kind: 'in', amount: end - stock, stock: end }
    : { kind: 'out', amount: stock - end, stock: end };
}

export const lineOf = ({ date, kind, part, amount }) => `${date} ${kind} ${part} ${amount}`;

export const journalOf = (entries) => entries.map((entry) => `${lineOf(entry)}\n`).join('');

/** Each part with its stock, counted apart from the submission, in the order of the alphabet. */
export function stockOf(entries) {
  const stocks = new Map();
  for (const { part, stock } of entries) stocks.set(part, stock);
  return [...stocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, stock]) => ({ part, stock }));
}

export const stockLines = (stocks) => stocks.map(({ part, stock }) => `${part}: ${stock}`);

/** The lines of a text, without the space around them and without empty ones. */
export const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a text is as JSON; the text itself where it is none. */
export function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
