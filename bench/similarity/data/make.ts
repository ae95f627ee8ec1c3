// Makes the sets that the similarity of programs is measured on: `npx tsx bench/similarity/data/make.ts <out> <mirrors> [dev|held] [pairs|groups|java]`.
// `mirrors` holds git mirrors of public repositories as `owner+name/repo`. Nothing that it writes belongs in a repository.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cohortOf, grouped, type LabelledGroup } from './groups/cohort.ts';
import { DEV_PYTHON } from './groups/fragments/dev-python.ts';
import { DEV_SCRIPT } from './groups/fragments/dev-script.ts';
import { HELD_PYTHON } from './groups/fragments/held-python.ts';
import { HELD_SCRIPT } from './groups/fragments/held-script.ts';
import { planFor } from './groups/plan.ts';
import { planted, type Member, type Size } from './pairs/plant.ts';
import { randomFrom } from './random.ts';
import { CATALOGUE, MORE_FOR_COHORTS } from './sources/catalogue.ts';
import { exerciseOf, shelve } from './sources/exercism.ts';
import { karnalim, progpedia } from './sources/java.ts';
import { mirrorsIn } from './sources/mirror.ts';
import { battleshipOf, challengesOf } from './sources/projects.ts';
import { LEVELS, type Half, type Level, type Task } from './submission.ts';

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
};

const ORDINARY: Size = { most: 34, fewest: 12, levels: ['L1', 'L2', 'L3', 'L4', 'L5'] };
const CHALLENGE: Size = { most: 40, fewest: 10, levels: ['L1', 'L2', 'L3', 'L4', 'L5', 'L3', 'L4', 'L5'] };
const PROJECTS: Size = { most: 40, fewest: 20, levels: Array.from({ length: 4 }, () => LEVELS).flat() };

const sizeOf = ({ dataset }: Task): Size =>
  dataset === 'battleship' ? PROJECTS : dataset === 'challenges' ? CHALLENGE : ORDINARY;

const ODD = {
  dev: { script: DEV_SCRIPT, python: DEV_PYTHON },
  held: { script: HELD_SCRIPT, python: HELD_PYTHON },
} as const;
/** A cohort has at least so many people. */
const COHORT = 16;

const [out, mirrorFolder, ...asked] = process.argv.slice(2);
if (out === undefined || mirrorFolder === undefined) {
  console.error(
    'Say where to put the sets and where the mirrors are: make.ts <out> <mirrors> [dev|held] [pairs|groups|java]',
  );
  process.exitCode = 2;
} else {
  const mirrors = mirrorsIn(mirrorFolder);
  const shelf = shelve(mirrors);
  const wants = (word: string, ...others: readonly string[]) =>
    asked.includes(word) || !others.some((other) => asked.includes(other));
  for (const half of (['dev', 'held'] as const).filter((one) => wants(one, 'dev', 'held'))) {
    if (wants('pairs', 'groups', 'java')) await makePairs(half, join(out, half), tasksOf(half, CATALOGUE));
    if (half === 'held' && wants('java', 'pairs', 'groups')) makeJava(join(out, half));
    if (wants('groups', 'pairs', 'java'))
      await makeGroups(half, join(out, half), tasksOf(half, [...CATALOGUE, ...MORE_FOR_COHORTS]));
  }

  function makeJava(folder: string): void {
    for (const ready of [karnalim(mirrors), progpedia(mirrors)]) {
      if (ready === undefined) continue;
      const { dataset, submissions, pairs } = ready;
      for (const { task, id, files } of submissions) writeFiles(join(folder, dataset, task, id), files);
      const lines = pairs.map(
        ({ task, a, b, label, level }) => `${task}/${a},${task}/${b},${label},${level},${task}`,
      );
      write(join(folder, 'labels/pairs', `${dataset}.csv`), `a,b,label,level,task\n${lines.join('\n')}\n`);
      console.log(
        `held ${dataset}: ${submissions.length} submissions, ${pairs.filter(({ label }) => label === 1).length} copies`,
      );
    }
  }

  function tasksOf(half: Half, catalogue: typeof CATALOGUE): Task[] {
    const exercises = catalogue.flatMap(({ dataset, language, exercises: named }) =>
      named[half].map((exercise) => exerciseOf({ mirrors, shelf, half }, { dataset, language, exercise })),
    );
    return [...exercises, battleshipOf(mirrors, half), ...challengesOf(mirrors, half)];
  }
}

async function makePairs(half: Half, folder: string, tasks: readonly Task[]): Promise<void> {
  const rows = new Map<string, string[]>();
  const origins: Record<string, Pick<Member, 'owner' | 'copy' | 'roots'>> = {};
  for (const task of tasks) {
    const made = await planted(task, half, sizeOf(task));
    if (made === undefined) {
      console.warn(`${half} ${task.dataset} ${task.name}: too few people did it; left out.`);
      continue;
    }
    const lines = rows.get(task.dataset) ?? ['a,b,label,level,task'];
    rows.set(task.dataset, lines);
    for (const { a, b, label, level } of made.pairs) lines.push(`${a},${b},${label},${level},${task.name}`);
    for (const { id, files, owner, copy, roots } of made.members) {
      writeFiles(join(folder, task.dataset, task.name, id), files);
      origins[`${task.dataset}/${task.name}/${id}`] = { owner, copy, roots };
    }
    writeFiles(join(folder, 'starter', task.name), task.starter);
    const count = (level: Level) => made.members.filter(({ copy }) => copy?.level === level).length;
    console.log(
      `${half} ${task.dataset} ${task.name}: ${made.members.length} submissions, ${LEVELS.map((level) => `${level} ${count(level)}`).join(', ')}`,
    );
  }
  for (const [dataset, lines] of rows)
    write(join(folder, 'labels/pairs', `${dataset}.csv`), `${lines.join('\n')}\n`);
  write(join(folder, 'labels/origins.json'), JSON.stringify(origins, undefined, 1));
}

async function makeGroups(half: Half, folder: string, tasks: readonly Task[]): Promise<void> {
  const truth: Record<string, readonly LabelledGroup[]> = {};
  const cohorts = randomFrom(`cohorts ${half}`)
    .shuffled(tasks.filter(({ dataset }) => dataset !== 'js-short'))
    .map((task) => cohortOf(task, half))
    .filter(({ members }) => members.length >= COHORT);
  const sizes = cohorts.map(({ task, members }) => ({ task, size: members.length }));
  const plans = planFor(sizes, half, ODD[half], randomFrom(`plan ${half}`));
  for (const [at, cohort] of cohorts.entries()) {
    const { members, groups, starter } = await grouped(cohort, plans[at] ?? [], half);
    for (const { id, files } of members) writeFiles(join(folder, 'cargo', cohort.name, id), files);
    writeFiles(join(folder, 'starter', cohort.name), starter);
    truth[cohort.name] = groups;
    console.log(
      `${half} cohort ${cohort.name}: ${members.length} members, ${groups.map(({ type, members: own }) => `${type} ${own.length}`).join(', ') || 'nothing'}`,
    );
  }
  write(join(folder, 'labels/cargo_truth.json'), JSON.stringify(truth, undefined, 1));
}
