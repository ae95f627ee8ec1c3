import type { Movement } from './ledger.ts';
import type { Question } from './question.ts';

/** A line of an answer: as text for people, and as data for other programs. */
export interface Line {
  text: string;
  data: Record<string, string | number>;
}

export function answer(question: Question, movements: readonly Movement[]): Line[] {
  switch (question.name) {
    case 'stock':
      return stocksOf(movements).map(stockLine);
    case 'low':
      return low(question.limit, movements).map(stockLine);
    case 'history':
      return movements.filter(({ part }) => part === question.part).map(historyLine);
  }
}

interface PartStock {
  part: string;
  stock: number;
}

/** Every part with what is there of it, in the order of the alphabet. */
function stocksOf(movements: readonly Movement[]): PartStock[] {
  const latest = new Map(movements.map(({ part, stock }) => [part, stock]));
  return [...latest].map(([part, stock]) => ({ part, stock })).sort((a, b) => (a.part < b.part ? -1 : 1));
}

function low(limit: number, movements: readonly Movement[]): PartStock[] {
  return stocksOf(movements)
    .filter(({ stock }) => stock < limit)
    .sort((a, b) => a.stock - b.stock);
}

const stockLine = ({ part, stock }: PartStock): Line => ({
  text: `${part}: ${stock}`,
  data: { part, stock },
});

const historyLine = ({ date, kind, amount, stock }: Movement): Line => ({
  text: `${date} ${kind} ${amount} -> ${stock}`,
  data: { date, kind, amount, stock },
});
