import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { pullRequests, runs, similarityTurns, submissions } from '../../../src/adapters/postgres/schema.ts';
import { loadCourse } from '../../../src/course/read-course.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import { submissionError } from '../../../src/domain/errors/submission.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import { startComparing } from '../../../src/similarity/comparing/comparing-process.ts';
import { readItems } from '../../../src/similarity/alike/read-items.ts';
import { startReading } from '../../../src/similarity/reading/process/reading-process.ts';
import { goSimilarityRound, type RoundDeps } from '../../../src/similarity/round/go-round.ts';
import { packFiles } from '../../../src/similarity/round/kept-files.ts';
import { freshPglite } from '../../services/pglite.ts';
import { silent } from '../../services/silent.ts';

const HOUR = 3_600_000;
const clock = { at: Date.parse('2026-03-02T09:00:00Z'), now: () => clock.at };
let connection: Connection;
let database: Database;
let project: Project;
let number = 0;

beforeAll(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
  const course = await loadCourse('rubrics');
  const found = course.projects.get('shopping-basket');
  if (found === undefined) throw new Error('the sample course has no shopping basket');
  project = { ...found, starter: new Map() };
});
afterAll(() => connection.close());

const texts = (text: string): FileMap => new Map([['main.js', Buffer.from(text)]]);

/** A learner is told what came of an attempt; `files`: what marking has read of it is kept. */
async function handIn(
  learnerId: number,
  files: FileMap | null,
  phase = 'finished' as const,
): Promise<number> {
  const { rows } = connection;
  number += 1;
  clock.at += HOUR;
  const at = new Date(clock.at);
  const place = { installation: 1, repositoryId: number, owner: 'school', number: 1 };
  const headSha = String(number).padStart(40, '0');
  const [pull] = await rows
    .insert(pullRequests)
    .values({
      ...place,
      repo: `basket-${learnerId}`,
      learnerId,
      learnerLogin: `learner-${learnerId}`,
      project: project.slug,
      headSha,
      draft: false,
      open: true,
      seenAt: at,
    })
    .returning();
  const [commit] = await rows
    .insert(submissions)
    .values({ pullRequestId: pull?.id ?? 0, headSha, headOwner: 'school', headRepo: 'work', firstSeenAt: at })
    .returning();
  const id = commit?.id ?? 0;
  if (files !== null)
    await database.similarity.turns.keep(
      {
        pull: { ...place, repo: `basket-${learnerId}` },
        learner: { id: learnerId, login: `learner-${learnerId}` },
        project: project.slug,
        headSha,
        headOwner: 'school',
        headRepo: 'work',
        draft: false,
      },
      await packFiles(files),
    );
  await rows.insert(runs).values({
    pullRequestId: pull?.id ?? 0,
    submissionId: id,
    kind: 'attempt',
    cause: 'pull-request',
    phase,
    outcome: 'marked',
    dueAt: at,
    queuedAt: at,
    endedAt: at,
  });
  return id;
}

const states = async () => {
  const all = await connection.rows.select().from(similarityTurns);
  return Object.fromEntries(all.map(({ submissionId, state, files }) => [submissionId, [state, files]]));
};

async function round(more: Partial<RoundDeps> = {}): Promise<void> {
  let token = 0;
  await goSimilarityRound(
    {
      ...database.similarity,
      projects: new Map([[project.slug, project]]),
      fetch: () => Promise.reject(new Error('nothing is asked of GitHub')),
      cohortOf: () => Promise.resolve('spring'),
      openReading: () => startReading(),
      openComparing: () => startComparing(),
      newToken: () => `token ${clock.at} ${(token += 1)}`,
      log: silent,
      ...more,
    },
    new AbortController().signal,
  );
}

/** Works that have nothing in common but what everybody writes. */
const ordinary = [
  `export function total(basket) {
  return basket.reduce((sum, { price, count }) => sum + price * count, 0);
}
`,
  `class Basket {
  constructor() { this.items = new Map(); }
  add(name, price) { this.items.set(name, price); return this; }
  get total() { let all = 0; for (const price of this.items.values()) all += price; return all; }
}
module.exports = { Basket };
`,
  `const lines = require('fs').readFileSync(0, 'utf8').split('\\n');
for (const line of lines) { const [name, cents] = line.split(','); console.log(name, Number(cents) / 100); }
`,
];
const copied = `export function discount(basket, codes) {
  const best = { code: null, off: 0 };
  for (const code of codes) {
    const off = code.kind === 'share' ? Math.floor(basket.cents * code.share) : code.cents;
    if (off > best.off && basket.cents >= (code.least ?? 0)) { best.code = code.name; best.off = off; }
  }
  return { ...best, left: basket.cents - best.off, text: \`\${best.code ?? 'none'}: -\${best.off}\` };
}
`;

test('finds two that are alike, keeps what was read no longer than that, and asks GitHub for nothing', async () => {
  for (const [at, text] of ordinary.entries()) await handIn(10 + at, texts(text));
  const one = await handIn(1, texts(copied));
  const two = await handIn(2, texts(copied.replaceAll('best', 'chosen').replaceAll('off', 'minus')));
  await round();
  const items = await readItems(database.similarity.findings);
  expect(items.map(({ kind }) => kind)).toEqual(['pair']);
  expect(items[0]?.members.map(({ login }) => login)).toEqual(['learner-1', 'learner-2']);
  const turns = await states();
  expect([turns[one], turns[two]]).toEqual([
    ['done', null],
    ['done', null],
  ]);
});

test('a rewritten work stays as much alike as it was, and what stands in it is as old as it was', async () => {
  const [before] = await readItems(database.similarity.findings);
  await handIn(2, texts(`${ordinary[1] ?? ''}\n// nothing of it is left\n`));
  await round();
  const [after] = await readItems(database.similarity.findings);
  expect(after?.numbers).toEqual(before?.numbers);
  expect(after?.sure).toBeCloseTo(before?.sure ?? 0);
});

test('what fails is tried again, and what is up to the learner is left out', async () => {
  const broken = await handIn(21, texts(ordinary[0] ?? ''));
  const refused = await handIn(22, null);
  const openComparing = () => startComparing({ questionMs: 1, memoryMiB: 256 });
  await round({
    openComparing,
    fetch: () => Promise.reject(submissionError('submission.too-many-files', { found: 9, limit: 1 })),
  });
  expect((await states())[broken]?.[0]).toBe('waiting');
  expect((await states())[refused]?.[0]).toBe('left-out');
  clock.at += 24 * HOUR;
  await round();
  expect((await states())[broken]).toEqual(['done', null]);
});

test('what waits to be marked comes first', async () => {
  const one = await handIn(31, texts(ordinary[0] ?? ''));
  const two = await handIn(32, texts(ordinary[1] ?? ''));
  const turns = { ...database.similarity.turns, isMarkingBehind: () => Promise.resolve(true) };
  await round({ turns });
  expect([(await states())[one]?.[0], (await states())[two]?.[0]]).toEqual(['done', 'waiting']);
});

test('a project that is not compared is not, and shows nothing that was found before', async () => {
  const off = { ...project, rubric: { ...project.rubric, similarity: 'off' as const } };
  const one = await handIn(41, texts(copied));
  await round({ projects: new Map([[off.slug, off]]) });
  expect((await states())[one]?.[0]).toBe('kept');
  expect(await readItems(database.similarity.findings)).toEqual([]);
});
