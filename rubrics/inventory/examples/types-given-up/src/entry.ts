/** What somebody noted in the journal. */
export interface Entry {
  date: string;
  kind: 'in' | 'out' | 'count';
  part: string;
  amount: number;
}

const WORDS = /^(\d{4}-\d\d-\d\d) +(\S+) +([a-z\d-]+) +(\d+)$/;

/** The entry that a line stands for, or null when it is none. */
export function parseEntry(line: string): Entry | null {
  const [, date, kind, part, digits] = WORDS.exec(line) ?? [];
  if (date === undefined || part === undefined || !isKind(kind)) return null;
  const amount = Number(digits);
  return amount === 0 && kind !== 'count' ? null : { date, kind, part, amount };
}

function isKind(word: string | undefined): word is Entry['kind'] {
  return word === 'in' || word === 'out' || word === 'count';
}
