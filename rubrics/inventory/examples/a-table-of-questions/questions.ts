import type { Histories, Step } from './replay.ts';

type Row = Partial<Step> & { part?: string };

/** Something that can be asked of the histories, and how a row of its answer is shown to people. */
export interface Question {
  ask: (histories: Histories) => Row[];
  show: (row: Row) => string;
}

const stocksIn = (histories: Histories): { part: string; stock: number }[] =>
  [...histories.keys()].sort().map((part) => ({ part, stock: histories.get(part)?.at(-1)?.stock ?? 0 }));

const showStock = ({ part, stock }: Row): string => `${part}: ${stock}`;

const table: Record<string, { fits: RegExp; make: (subject: string) => Question }> = {
  stock: { fits: /^$/, make: () => ({ ask: stocksIn, show: showStock }) },
  low: {
    fits: /^[1-9]\d*$/,
    make: (limit) => ({
      ask: (histories) =>
        stocksIn(histories)
          .filter(({ stock }) => stock < Number(limit))
          .sort((few, many) => few.stock - many.stock),
      show: showStock,
    }),
  },
  history: {
    fits: /./,
    make: (part) => ({
      ask: (histories) => histories.get(part) ?? [],
      show: ({ date, kind, amount, stock }) => `${date} ${kind} ${amount} -> ${stock}`,
    }),
  },
};

/** The question that these words ask; undefined when they ask none. */
export function chooseQuestion(name: string, subjects: string[]): Question | undefined {
  const subject = subjects.join(' ');
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (entry === undefined || subjects.length > 1 || !entry.fits.test(subject)) return undefined;
  return entry.make(subject);
}
