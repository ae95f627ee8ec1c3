import { randomFrom } from '../random.ts';
import type { Half, Level, Task } from '../submission.ts';
import { areTwins, cleaned, type ReadSubmission } from './clean.ts';
import { copyOfPython } from './copy-python.ts';
import { copyOfScript, type Files } from './copy-script.ts';
import { publicNamesOf } from './public-names.ts';

/** What stands in a task's folder: a real person's work, or a copy with the places of the works that it comes from. */
export interface Member {
  readonly id: string;
  readonly files: Files;
  readonly owner: string;
  readonly copy:
    { readonly level: Level; readonly source: number; readonly host: number | undefined } | undefined;
  /** The places, in the list of real works, of what it is made of. */
  readonly roots: readonly number[];
}

export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly label: -1 | 0 | 1;
  readonly level: Level | '';
}

/** At most so many real works a task, and how many copies of each level go among them. */
export interface Size {
  readonly most: number;
  readonly fewest: number;
  readonly levels: readonly Level[];
}

const labelOf = (
  a: Member,
  b: Member,
  twins: (a: number, b: number) => boolean,
): Pick<LabelledPair, 'label' | 'level'> => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.copy !== undefined && other.copy === undefined && other.roots[0] === one.copy.source)
      return { label: 1, level: one.copy.level };
  }
  const close = a.roots.some((x) => b.roots.some((y) => x === y || twins(x, y)));
  return { label: close ? -1 : 0, level: '' };
};

const copies = async (
  task: Task,
  half: Half,
  real: readonly ReadSubmission[],
  size: Size,
): Promise<Omit<Member, 'id'>[]> => {
  const random = randomFrom(`${half} ${task.dataset} ${task.name}`);
  const publicNames = publicNamesOf(task.language, real);
  const least = task.dataset === 'js-short' ? 45 : 110;
  let free = random.shuffled(real.map((_, at) => at)).filter((at) => (real[at]?.tokens.length ?? 0) >= least);
  const made: Omit<Member, 'id'>[] = [];
  for (const level of size.levels) {
    for (const at of free) {
      const source = real[at];
      const host = random.pick(real.map((_, place) => place).filter((place) => place !== at));
      const into = real[host];
      if (source === undefined || into === undefined) continue;
      const copying = { level, half, source: source.files, host: into.files, publicNames, random };
      const files =
        task.language === 'py' ? copyOfPython(copying) : await copyOfScript(copying).catch(() => undefined);
      if (files === undefined) continue;
      const mixed = level === 'L4' || level === 'P';
      const copy = { level, source: at, host: mixed ? host : undefined };
      made.push({ files, owner: `${source.owner} by ${level}`, copy, roots: mixed ? [at, host] : [at] });
      free = free.filter((other) => other !== at);
      break;
    }
  }
  return made;
};

/** The members of a task in an order that tells nothing, and the label of every pair; nothing if too few people did it. */
export const planted = async (
  task: Task,
  half: Half,
  size: Size,
): Promise<{ members: Member[]; pairs: LabelledPair[] } | undefined> => {
  const random = randomFrom(`order of ${half} ${task.dataset} ${task.name}`);
  const real = random.shuffled(cleaned(task)).slice(0, size.most);
  if (real.length < size.fewest) return undefined;
  const originals = real.map(({ files, owner }, at) => ({ files, owner, copy: undefined, roots: [at] }));
  const all = random.shuffled([...originals, ...(await copies(task, half, real, size))]);
  const members = all.map((one, at): Member => ({ ...one, id: `s${String(at + 1).padStart(3, '0')}` }));
  const known = new Map<string, boolean>();
  const twins = (x: number, y: number): boolean => {
    const key = `${Math.min(x, y)} ${Math.max(x, y)}`;
    const [a, b] = [real[x], real[y]];
    const answer = known.get(key) ?? (a !== undefined && b !== undefined && areTwins(a, b));
    known.set(key, answer);
    return answer;
  };
  const pairs = members.flatMap((a, at) =>
    members
      .slice(at + 1)
      .map((b) => ({ a: `${task.name}/${a.id}`, b: `${task.name}/${b.id}`, ...labelOf(a, b, twins) })),
  );
  return { members, pairs };
};
