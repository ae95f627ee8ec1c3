import type { StoreRoom } from './store-room.ts';

/** Asks a store room; each row of the answer knows how to be read, and what it is made of. */
export type Command = (room: StoreRoom) => object[];

class StockRow {
  readonly part: string;
  readonly stock: number;

  constructor([part, stock]: [string, number]) {
    this.part = part;
    this.stock = stock;
  }

  toString(): string {
    return `${this.part}: ${this.stock}`;
  }
}

/** What a call asks for, or null when there is no such command, or its words are not in order. */
export function findCommand(name: string, [subject, ...others]: string[]): Command | null {
  if (others.length > 0) return null;
  if (name === 'stock' && subject === undefined)
    return (room) => room.stocks().map((pair) => new StockRow(pair));
  if (name === 'low' && Number.isInteger(Number(subject)) && Number(subject) > 0) {
    return (room) => fewest(room.stocks(), Number(subject)).map((pair) => new StockRow(pair));
  }
  return name === 'history' && subject !== undefined ? (room) => room.historyOf(subject) : null;
}

function fewest(stocks: [string, number][], limit: number): [string, number][] {
  return stocks.filter(([, stock]) => stock < limit).sort(([, few], [, many]) => few - many);
}
