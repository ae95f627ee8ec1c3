// How long it takes to add one work to the index and to ask for its neighbours, among few and among many:
// `npx tsx bench/similarity/index/grow.ts [works] [seed]`, in a new database on the server of TOUCHSTONE_TEST_DATABASE_URL and, with
// `--embedded`, in an embedded one. All works are for one project: the worst case.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import { SKETCH } from '../../../src/similarity/index/sketch.ts';
import { freshPglite } from '../../../test/services/pglite.ts';
import { freshPostgres } from '../../../test/services/postgres.ts';
import { silent } from '../../../test/services/silent.ts';
import { madeUpCommits } from './made-up-commits.ts';
import { seeded } from './seeded.ts';

const [works = 100_000, seed = 1] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const embedded = process.argv.includes('--embedded');
const Sizes = z.object({
  rows: z.array(z.object({ works: z.coerce.number(), postings: z.coerce.number() })),
});
const FEW = 1_000;
/** As several workers would; what is measured is added one at a time. */
const AT_ONCE = 8;
const MEASURED = 300;
const random = seeded(seed);
const ENTRIES = SKETCH.shape + SKETCH.words;

/** As of real works: a part that many have, some more often than others (Zipf), and a part that nobody else has. */
function sketch(): number[] {
  const entries = new Set<number>();
  while (entries.size < ENTRIES * 0.4) entries.add(Math.floor(Math.exp(random() * Math.log(20_000))));
  while (entries.size < ENTRIES) entries.add(20_000 + Math.floor(random() * (2 ** 33 - 20_000)));
  return [...entries];
}

const { url, drop } = embedded ? { url: '', drop: () => Promise.resolve() } : await freshPostgres();
const connection = embedded ? await connectPglite(await freshPglite()) : await connectPostgres(url, silent);
const { rows } = connection;
const { similarity } = databaseOn(connection);
// What stands in place of what was read: so much is kept of a work of about 1 KB.
const reading = Buffer.from(Array.from({ length: 1_500 }, () => random() * 256)).toString('base64');

async function add(learnerId: number, entries = sketch()): Promise<void> {
  await similarity.works.add({
    submissionId: learnerId,
    project: 'basket',
    learnerId,
    cohort: null,
    handedInAt: learnerId,
    reading,
    sketch: entries,
  });
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

let next = 1;
async function grow(to: number): Promise<void> {
  for (; next <= to; next += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, to - next + 1) }, (_, each) => next + each);
    await Promise.all(some.map((each) => add(each)));
  }
  next = to + 1;
}

/** Adding some more, and asking for the neighbours of each. */
async function measure(): Promise<Record<'add' | 'ask', { p50: number; p95: number }> & { rssMiB: number }> {
  const added: number[] = [];
  const asked: number[] = [];
  for (let each = 0; each < MEASURED; each += 1) {
    const entries = sketch();
    asked.push(await timed(() => similarity.works.neighbours('basket', next, entries, 24)));
    added.push(await timed(() => add(next, entries)));
    next += 1;
  }
  const of = (values: readonly number[]) => ({ p50: at(values, 0.5), p95: at(values, 0.95) });
  return { add: of(added), ask: of(asked), rssMiB: process.memoryUsage().rss / 2 ** 20 };
}

try {
  await madeUpCommits(rows, 1, works + 3 * MEASURED);
  await grow(FEW);
  await measure();
  const few = await measure();
  const began = performance.now();
  await grow(works);
  const grown = performance.now() - began;
  const many = await measure();
  const { rows: sizes } = Sizes.parse(
    await rows.execute(
      sql`select pg_total_relation_size('similarity_works') as works, pg_total_relation_size('similarity_postings') as postings`,
    ),
  );
  const ratio = (what: 'add' | 'ask', share: 'p50' | 'p95') => many[what][share] / few[what][share];
  console.log(
    JSON.stringify(
      {
        seed,
        database: embedded ? 'PGlite' : 'PostgreSQL',
        [`among ${FEW}`]: few,
        [`among ${works}`]: many,
        ratios: {
          addP50: ratio('add', 'p50'),
          addP95: ratio('add', 'p95'),
          askP50: ratio('ask', 'p50'),
          askP95: ratio('ask', 'p95'),
          memory: many.rssMiB / few.rssMiB,
        },
        growingSeconds: grown / 1000,
        bytes: sizes,
      },
      null,
      2,
    ),
  );
} finally {
  await connection.close();
  await drop();
}
