import { between, shuffled } from './random.js';

const categories = [
  'rent',
  'groceries',
  'books',
  'train',
  'coffee',
  'music',
  'garden',
  'phone',
  'sports',
  'shoes',
];

const two = (number) => String(number).padStart(2, '0');

/** An amount of cents as the program should print it. */
export const euros = (cents) => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/** Expenses: `size` of them in `kinds` categories, each category at least once. Amounts in whole cents. */
export function randomExpenses(size, kinds) {
  const chosen = shuffled(categories).slice(0, kinds);
  return Array.from({ length: size }, (_, at) => ({
    date: `2026-${two(between(1, 12))}-${two(between(1, 28))}`,
    category: at < kinds ? chosen[at] : chosen[between(0, kinds - 1)],
    cents: between(101, 19999),
  }));
}

/** The expenses as a file. */
export const fileOf = (expenses, lineEnd = '\n') =>
  expenses.map(({ date, category, cents }) => `${date},${category},${euros(cents)}${lineEnd}`).join('');

/** The lines of the report, counted apart from the submission. */
export function reportOf(expenses, { top = Infinity } = {}) {
  const sums = new Map();
  for (const { category, cents } of expenses) sums.set(category, (sums.get(category) ?? 0) + cents);
  const ordered = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const total = expenses.reduce((sum, { cents }) => sum + cents, 0);
  return [...ordered.slice(0, top), ['total', total]].map(([name, cents]) => `${name}: ${euros(cents)}`);
}

/** The lines of a text, without the space around them and without empty ones. */
export const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
