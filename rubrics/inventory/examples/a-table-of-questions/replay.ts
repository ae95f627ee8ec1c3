/** One entry of a part, and what there was afterwards. */
export interface Step {
  date: string;
  kind: string;
  amount: number;
  stock: number;
}

/** Every part with all that happened to it. */
export type Histories = Map<string, Step[]>;

export interface Trouble {
  line: number;
  reason: string;
}

const ENTRY = /^(\d{4}-\d\d-\d\d) +(in|out|count) +([a-z\d-]+) +(\d+)$/;

export function replay(journal: string, report: (trouble: Trouble) => void): Histories {
  const histories: Histories = new Map();
  journal.split('\n').forEach((text, index) => {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) return;
    const reason = takeStep(histories, ENTRY.exec(line));
    if (reason !== undefined) report({ line: index + 1, reason });
  });
  return histories;
}

/** Why a step is not possible; undefined when it was taken. */
function takeStep(histories: Histories, words: RegExpExecArray | null): string | undefined {
  if (words === null) return 'not an entry';
  const [, date, kind, part, digits] = words;
  const amount = Number(digits);
  if (amount === 0 && kind !== 'count') return `nothing goes ${kind}`;
  const history = histories.get(part) ?? [];
  const before = history.at(-1)?.stock ?? 0;
  const after = new Map([
    ['in', before + amount],
    ['out', before - amount],
  ]);
  const stock = after.get(kind) ?? amount;
  if (stock < 0) return `only ${before} of ${part} are there`;
  histories.set(part, [...history, { date, kind, amount, stock }]);
  return undefined;
}
