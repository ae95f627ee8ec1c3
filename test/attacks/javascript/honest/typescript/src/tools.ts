import type { Purchase } from './purchase.ts';

export const add = (a: number, b: number): number => a + b;

export function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

export function chunk<Item>(list: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}

export const turnRound = <Item>(list: Item[]): void => {
  list.reverse();
};

export function parseAge(text: string): number {
  const age = Number(text) satisfies number;
  if (!Number.isInteger(age) || age < 0 || age > 150) throw new RangeError(`${text} is no age`);
  return age;
}

export function each<Item>(list: Item[], tell: (item: Item, index: number) => void): void {
  list.forEach((item, index) => {
    tell(item, index);
  });
}

export const later = async (number: number): Promise<number> => number * 2;

export const mapLater = <Item, Answer>(list: Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(list.map((item) => ask(item)));

export class Till {
  private purchases: Purchase[] = [];
  ring(price: number): void {
    this.purchases.push({ price });
  }
  undo(): void {
    this.purchases.pop();
  }
  get total(): number {
    return this.purchases.reduce((sum, { price }) => sum + price, 0);
  }
}

interface Counter {
  readonly value: number;
  up(): void;
  down(): void;
}

export function makeCounter(start: number): Counter {
  let value = start;
  return {
    get value() {
      return value;
    },
    up: () => void (value += 1),
    down: () => void (value -= 1),
  };
}

export function* countTo(n: number): Generator<number> {
  for (let at = 1; at <= n; at += 1) yield at;
}
