import { cleaned } from '../pairs/clean.ts';
import type { Files } from '../pairs/copy-script.ts';
import { randomFrom, type Random } from '../random.ts';
import { DEV_KINDS } from '../rewrite/dev-kinds.ts';
import { HELD_KINDS } from '../rewrite/held-kinds.ts';
import type { Half, Task } from '../submission.ts';
import { naturalGroups } from './natural.ts';
import type { GroupType, Planting } from './plan.ts';
import { putIntoPython, pythonVariantOf } from './put-python.ts';
import { putIntoScript, variantOf } from './put-script.ts';
import { unfenced, type Span } from './spans.ts';

/** A group as the labels have it. */
export interface LabelledGroup {
  readonly type: GroupType | 'natural';
  readonly fragment: string;
  readonly kind: 'T' | 'B';
  readonly variant: number;
  readonly starter_given: boolean | null;
  readonly members: readonly string[];
  readonly spans: readonly (Span & { readonly member: string })[];
}

export interface Cohort {
  readonly name: string;
  readonly task: Task;
  readonly members: readonly { readonly id: string; readonly files: Files }[];
}

/** The real people of a task as a cohort, at most 36 of them. */
export const cohortOf = (task: Task, half: Half): Cohort => {
  const random = randomFrom(`cohort ${half} ${task.dataset} ${task.name}`);
  const people = random.shuffled(cleaned(task)).slice(0, 36);
  const members = people.map(({ files }, at) => ({ id: `m${String(at + 1).padStart(3, '0')}`, files }));
  return { name: `${task.dataset}-${task.name}`, task, members };
};

const put = async (
  files: Files,
  { fragment, variant }: Planting,
  {
    half,
    language,
    first,
    id,
    random,
  }: { half: Half; language: Task['language']; first: boolean; id: string; random: Random },
): Promise<Files | undefined> => {
  const python = language === 'py';
  const code = python
    ? pythonVariantOf(fragment, { variant, first, half, random })
    : await variantOf(fragment, { variant, first, kinds: half === 'dev' ? DEV_KINDS : HELD_KINDS, random });
  for (const file of random.shuffled(Object.keys(files))) {
    const text = files[file] ?? '';
    const changed = python
      ? putIntoPython(text, fragment, code, id, random)
      : putIntoScript(text, file, fragment, code, id, random);
    if (changed !== undefined) return { ...files, [file]: changed };
  }
  return undefined;
};

/** The cohort with what the plan says in it, and its labels. Starter code that was given goes beside the task's own. */
export const grouped = async (
  { name, task, members }: Cohort,
  plan: readonly Planting[],
  half: Half,
): Promise<{ members: Cohort['members']; groups: LabelledGroup[]; starter: Files }> => {
  const random = randomFrom(`groups ${half} ${name}`);
  const now = new Map(members.map(({ id, files }) => [id, files]));
  const holders = plan.map((): string[] => []);
  let starter: Files = task.starter;
  for (const [nth, planting] of plan.entries()) {
    if (planting.starterGiven === true) {
      const file = `given.${task.language}`;
      starter = { ...starter, [file]: `${planting.fragment.code[0] ?? ''}\n` };
    }
    for (const { id } of random.shuffled(members)) {
      const own = holders[nth];
      if (own === undefined || own.length >= planting.members) break;
      const first = own.length === 0 || (planting.type === 'starter' && random.chance(0.7));
      const changed = await put(now.get(id) ?? {}, planting, {
        half,
        language: task.language,
        first,
        id: `${nth}`,
        random,
      });
      if (changed === undefined) continue;
      now.set(id, changed);
      own.push(id);
    }
  }
  const given = new Set(
    Object.values(task.starter).flatMap((text) =>
      text.split('\n').map((line) => line.trim().replace(/[;'"`\s]/g, '')),
    ),
  );
  const done = members.map(({ id }) => ({ id, ...unfenced(now.get(id) ?? {}) }));
  const spanOf = (id: string, nth: number) => {
    const span = done.find((one) => one.id === id)?.spans.get(`${nth}`);
    return span === undefined ? [] : [{ member: id, ...span }];
  };
  const groups = plan.flatMap(({ type, fragment, variant, starterGiven }, nth): LabelledGroup[] => {
    const own = [...(holders[nth] ?? [])].sort();
    if (own.length < 3) return [];
    return [
      {
        type,
        fragment: fragment.id,
        kind: fragment.kind,
        variant,
        starter_given: starterGiven,
        members: own,
        spans: own.flatMap((id) => spanOf(id, nth)),
      },
    ];
  });
  const natural = naturalGroups(members, given).map((one): LabelledGroup => ({
    type: 'natural',
    fragment: 'natural',
    kind: 'T',
    variant: 0,
    starter_given: null,
    ...one,
  }));
  return { members: done.map(({ id, files }) => ({ id, files })), groups: [...groups, ...natural], starter };
};
