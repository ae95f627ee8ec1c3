export const KINDS = ['in', 'out', 'count'] as const;
export type Kind = (typeof KINDS)[number];

/** What was done to a part. */
export interface Note {
  date: string;
  kind: Kind;
  amount: number;
}

export class NotEnough extends Error {}

/** One note in the history of a part, with the stock after it. */
class NoteWithStock implements Note {
  readonly date: string;
  readonly kind: Kind;
  readonly amount: number;
  readonly stock: number;

  constructor({ date, kind, amount }: Note, stock: number) {
    this.date = date;
    this.kind = kind;
    this.amount = amount;
    this.stock = stock;
  }

  toString(): string {
    return `${this.date} ${this.kind} ${this.amount} -> ${this.stock}`;
  }
}

/** Remembers what happened to each part, and never holds less than nothing. */
export class StoreRoom {
  #histories = new Map<string, NoteWithStock[]>();

  /** Throws NotEnough when more is taken out than is there. */
  enter(part: string, note: Note): void {
    const history = this.historyOf(part);
    const stock = changes[note.kind](history.at(-1)?.stock ?? 0, note.amount);
    if (stock < 0) throw new NotEnough(`there are not enough ${part} to take out ${note.amount}`);
    this.#histories.set(part, [...history, new NoteWithStock(note, stock)]);
  }

  historyOf(part: string): NoteWithStock[] {
    return this.#histories.get(part) ?? [];
  }

  /** Parts and their stocks, in the order of the alphabet. */
  stocks(): [string, number][] {
    const parts = [...this.#histories.keys()].sort();
    return parts.map((part) => [part, this.historyOf(part).at(-1)?.stock ?? 0]);
  }
}

const changes: Record<Kind, (stock: number, amount: number) => number> = {
  in: (stock, amount) => stock + amount,
  out: (stock, amount) => stock - amount,
  count: (_, amount) => amount,
};
