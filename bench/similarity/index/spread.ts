// A recipe that goes from one reviewer to learners over a term: on which day it is named first, and whether its origin is.
// `npx tsx bench/similarity/index/spread.ts <folder> [seed] [learners]`: the folder has the works of people who know nothing of each other, in
// JavaScript, one folder each. Everything is the product's own, but for the rows, which are written as marking would write them.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import { pullRequests, reviews, runs, submissions } from '../../../src/adapters/postgres/schema.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import { loadCourse } from '../../../src/course/read-course.ts';
import { readFolder } from '../../../src/intake/files/folder.ts';
import { readItems } from '../../../src/similarity/alike/read-items.ts';
import { startComparing } from '../../../src/similarity/comparing/comparing-process.ts';
import { startReading } from '../../../src/similarity/reading/process/reading-process.ts';
import { goSimilarityRound } from '../../../src/similarity/round/go-round.ts';
import { packFiles } from '../../../src/similarity/round/kept-files.ts';
import { freshPglite } from '../../../test/services/pglite.ts';
import { silent } from '../../../test/services/silent.ts';
import { seeded } from './seeded.ts';

const [folder = '', seed = '1', most = '30'] = process.argv.slice(2);
const random = seeded(Number(seed));
const DAY = 24 * 3_600_000;
const TERM_DAYS = 91;
const BEGIN = Date.parse('2026-02-02T09:00:00Z');
const REACHED = 6;
const RECIPE_GIVER = { id: 9_000, login: 'the-reviewer' };
const PEERS = [9_001, 9_002, 9_003].map((id) => ({ id, login: `peer-${id}` }));

/** An odd way to keep a copy, under other names and with small changes each time. */
const recipe = (own: number): string => {
  const [list, one, text] = [`kept${own}`, ['entry', 'part', 'piece'][own % 3] ?? '', `seal${own}`];
  const extra = own % 2 === 0 ? `  if (${text}.length === 0) return [];\n` : '';
  return `
function snapshot${own}(${list}) {
  const ${text} = JSON.stringify(Object.entries(${list}).map(([key, ${one}]) => [key, JSON.stringify(${one})]));
${extra}  return JSON.parse(${text}).reduceRight((all, [key, ${one}]) => [[key, JSON.parse(${one})], ...all], []).filter(Boolean);
}
globalThis.lastSnapshot${own} = snapshot${own}({ ...globalThis });
`;
};

const clock = { at: BEGIN, now: () => clock.at };
const connection = await connectPglite(await freshPglite());
const { rows } = connection;
const database = databaseOn(connection, { clock });
const course = await loadCourse('rubrics');
const sample = course.projects.get('shopping-basket');
if (sample === undefined) throw new Error('the sample course has no shopping basket');
const project = { ...sample, starter: new Map() };
const names = (await readdir(folder)).toSorted().slice(0, Number(most));
let commits = 0;

/** A learner opens a pull request or pushes to it, and is told what came of it. */
async function handIn(learnerId: number, files: FileMap): Promise<void> {
  commits += 1;
  const at = new Date(clock.at);
  const headSha = String(commits).padStart(40, '0');
  const pull = {
    installation: 1,
    repositoryId: learnerId,
    owner: 'school',
    repo: `basket-${learnerId}`,
    number: 1,
  };
  const learner = { id: learnerId, login: `learner-${learnerId}` };
  const [row] = await rows
    .insert(pullRequests)
    .values({
      ...pull,
      learnerId,
      learnerLogin: learner.login,
      project: project.slug,
      headSha,
      draft: false,
      open: true,
      seenAt: at,
    })
    .onConflictDoUpdate({ target: [pullRequests.repositoryId, pullRequests.number], set: { headSha } })
    .returning();
  const [commit] = await rows
    .insert(submissions)
    .values({ pullRequestId: row?.id ?? 0, headSha, headOwner: 'school', headRepo: 'work', firstSeenAt: at })
    .returning();
  const submission = { pull, learner, project: project.slug, headSha, headOwner: 'school', headRepo: 'work' };
  await database.similarity.turns.keep({ ...submission, draft: false }, await packFiles(files));
  await rows.insert(runs).values({
    pullRequestId: row?.id ?? 0,
    submissionId: commit?.id ?? 0,
    kind: 'attempt',
    cause: 'pull-request',
    phase: 'finished',
    outcome: 'marked',
    dueAt: at,
    queuedAt: at,
    endedAt: at,
  });
}

async function review(learnerId: number, by: { id: number; login: string }): Promise<void> {
  const [pull] = (await rows.select().from(pullRequests)).filter((each) => each.learnerId === learnerId);
  commits += 1;
  await rows.insert(reviews).values({
    pullRequestId: pull?.id ?? 0,
    sourceId: commits,
    byId: by.id,
    byLogin: by.login,
    givenAs: 'peer',
    headSha: pull?.headSha ?? '',
    says: 'commented',
    at: new Date(clock.at),
  });
}

const withRecipe = (files: FileMap, own: number): FileMap => {
  const [path] = [...files.keys()].filter((name) => name.endsWith('.js'));
  return new Map(
    [...files].map(([name, bytes]) => [
      name,
      name === path ? Buffer.concat([bytes, Buffer.from(recipe(own))]) : bytes,
    ]),
  );
};

interface Happening {
  day: number;
  what: (() => Promise<void>)[];
}
const drawn = names.map((name, at) => ({
  name,
  id: at + 1,
  day: Math.floor(random() * (TERM_DAYS - 10)),
  lot: random(),
  peer: PEERS[Math.floor(random() * PEERS.length)] ?? RECIPE_GIVER,
}));
const learners = await Promise.all(
  drawn.map(async (learner) => ({
    ...learner,
    files: (await readFolder(join(folder, learner.name))).files,
  })),
);
const reached = learners.toSorted((a, b) => a.lot - b.lot).slice(0, REACHED);
const happenings: Happening[] = learners.flatMap(({ id, files, day, peer }) => {
  const isReached = reached.some((each) => each.id === id);
  return [
    { day, what: [() => handIn(id, files)] },
    { day: day + 2, what: [() => review(id, isReached ? RECIPE_GIVER : peer)] },
    ...(isReached ? [{ day: day + 5, what: [() => handIn(id, withRecipe(files, id))] }] : []),
  ];
});

const open = { reading: startReading(), comparing: startComparing() };
const kept = <Part extends { close(): void }>(part: Part): Part => ({ ...part, close: () => undefined });
let tokens = 0;
let named: { day: number; members: number } | null = null;
const looks: number[] = [];
try {
  for (let day = 0; day < TERM_DAYS; day += 1) {
    clock.at = BEGIN + day * DAY;
    const today = happenings.filter((each) => each.day === day).flatMap(({ what }) => what);
    for (const happen of today) await happen();
    if (today.length === 0) continue;
    const before = performance.now();
    await goSimilarityRound(
      {
        ...database.similarity,
        projects: new Map([[project.slug, project]]),
        fetch: () => Promise.reject(new Error('everything is kept')),
        cohortOf: () => Promise.resolve('spring'),
        openReading: () => kept(open.reading),
        openComparing: () => kept(open.comparing),
        newToken: () => `token ${(tokens += 1)}`,
        log: silent,
      },
      new AbortController().signal,
    );
    looks.push(performance.now() - before);
    const truth = new Set(reached.map(({ id }) => id));
    const items = await readItems(database.similarity.findings);
    const group = items.find(
      ({ kind, members }) =>
        kind === 'group' && members.filter(({ learnerId }) => truth.has(learnerId)).length >= 2,
    );
    const having = reached.filter((each) => each.day + 5 <= day).length;
    if (group !== undefined && named === null) named = { day, members: having };
  }
  const items = await readItems(database.similarity.findings);
  const truth = reached.toSorted((a, b) => a.day - b.day || a.id - b.id).map(({ id }) => id);
  const groups = items.filter(({ kind }) => kind === 'group');
  const found = groups.find(
    ({ members }) => members.filter(({ learnerId }) => truth.includes(learnerId)).length >= 2,
  );
  const ids = found?.members.map(({ learnerId }) => learnerId) ?? [];
  console.log(
    JSON.stringify(
      {
        seed: Number(seed),
        learners: learners.length,
        'days on which somebody had it first': reached.map(({ day }) => day + 5).toSorted((a, b) => a - b),
        'named on day': named,
        'has it, in order': truth,
        'named to have it, in order': ids,
        'since, by day': found?.members.map(({ learnerId, since }) => [
          learnerId,
          (since - BEGIN) / DAY,
          (reached.find(({ id }) => id === learnerId)?.day ?? 0) + 5,
        ]),
        'first one right': ids[0] === truth[0],
        'members found': ids.filter((id) => truth.includes(id)).length,
        'members too many': ids.filter((id) => !truth.includes(id)).length,
        origin: found?.origin ?? null,
        'origin right': found?.origin?.by === RECIPE_GIVER.id,
        'other groups': groups.length - (found === undefined ? 0 : 1),
        pairs: items.length - groups.length,
        'a round took, ms': Math.round(looks.reduce((sum, each) => sum + each, 0) / looks.length),
      },
      null,
      2,
    ),
  );
} finally {
  open.reading.close();
  open.comparing.close();
  await connection.close();
}
