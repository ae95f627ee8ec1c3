import type {
  Clone,
  Duplication,
  StyleLanguage,
  StyleUnread,
} from '../../../../src/sandbox/analysis/style.ts';
import type { Expendable } from '../../../_analyst/expendable.ts';
import { headed } from '../../../_analyst/headed.ts';
import type { Repeated } from './detector.ts';

const MOST_SHOWN = 20;

export interface Compared {
  path: string;
  language: StyleLanguage;
  bytes: Uint8Array;
  /** Lines, where the file counts; null for a file of the starter that is as it was. */
  countedLines: number | null;
}

export interface StarterText {
  /** Whether all these lines were in the starter's version of the file. */
  has: (passage: Clone['a']) => boolean;
}

/**
 * What the files that count repeat of themselves, each other and the starter. Files of the starter come first, so that
 * what is in both is the submission's repetition.
 */
export async function repetitions(
  detector: Expendable,
  files: readonly Compared[],
  { leastTokens, starter, until }: { leastTokens: number; starter: StarterText; until: number },
): Promise<{ duplication: Duplication; lost: Map<string, StyleUnread> }> {
  const inOrder = files.toSorted((a, b) => Number(a.countedLines !== null) - Number(b.countedLines !== null));
  await detector.instruct({ leastTokens }, until);
  const { clones: found, lost } = await allClones(detector, inOrder, until);
  const counted = new Map(inOrder.map((file) => [file.path, file.countedLines]));
  const clones = found
    .filter(({ a }) => counted.get(a.file) !== null)
    .filter(({ a, b }) => !(starter.has(a) && (counted.get(b.file) === null || starter.has(b))));
  const all = inOrder.reduce((sum, { countedLines }) => sum + (countedLines ?? 0), 0);
  const percent = all === 0 ? 0 : Math.min(100, (100 * repeatedLines(clones)) / all);
  const longest = clones.toSorted((one, other) => other.lines - one.lines).slice(0, MOST_SHOWN);
  return { duplication: { percent: Math.round(percent * 10) / 10, clones: longest }, lost };
}

/** Whoever dies has forgotten what it saw, so the next one sees it again, but for what was deadly; that is `lost`. */
async function allClones(
  detector: Expendable,
  files: readonly Compared[],
  until: number,
): Promise<{ clones: Clone[]; lost: Map<string, StyleUnread> }> {
  const look = ({ path, language, bytes }: Compared) =>
    detector.look(headed({ path, language }, bytes), until);
  const clones: Clone[] = [];
  const seen: Compared[] = [];
  const lost = new Map<string, StyleUnread>();
  let forgotten = false;
  for (const file of files) {
    if (forgotten) for (const before of seen) await look(before);
    const { said, loss } = await look(file);
    forgotten = loss !== null;
    if (said === null) {
      lost.set(file.path, loss ?? 'crash');
      continue;
    }
    seen.push(file);
    clones.push(...(JSON.parse(said) as Repeated).clones);
  }
  return { clones, lost };
}

/** Each line once, however often it is part of a repetition. */
function repeatedLines(clones: readonly Clone[]): number {
  const lines = new Set<string>();
  for (const { a } of clones) {
    for (let line = a.start; line <= a.end; line += 1) lines.add(`${line} ${a.file}`);
  }
  return lines.size;
}
