import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MasteryRecord } from '../../src/mastery/record/record.ts';
import { until } from '../services/until.ts';
import { touchstone } from '../cli/run.ts';
import type { Credential } from '../../src/record/badges/issuer.ts';
import { verifiedByOthers } from '../adapters/badges/verifier.ts';
import { pemKey } from '../adapters/badges/keys.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

/** What is kept of a learner is theirs: they can have it, and they can have it gone. All pieces are real but GitHub. */
describe('the record of a learner', () => {
  let day: SchoolDay;
  let learner = '';
  let other = '';
  let others: Awaited<ReturnType<SchoolDay['handIn']>>;
  let learnerId = 0;

  /** Everything that the database holds, as text, by table. */
  const everyRow = async (): Promise<Map<string, string>> => {
    const tables = await day.rows(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables) {
      const [all] = await day.rows(`select coalesce(json_agg(t)::text, '') as text from "${String(name)}" t`);
      found.set(String(name), String(all?.['text']));
    }
    return found;
  };
  /** Everything that Redis holds, names of keys too. */
  const everyKey = async (): Promise<string> => {
    const redis = new Redis(day.redis.url);
    try {
      const keys = await redis.keys('*');
      const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
      return [...keys, ...values.map((value) => String(value))].join('\n');
    } finally {
      redis.disconnect();
    }
  };
  /** The logs of all processes, and the data folder. */
  const everyFile = async (): Promise<string> => {
    const entries = await readdir(day.dir, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // What GitHub has is GitHub's.
      .filter((path) => !path.startsWith(join(day.dir, 'github')));
    return (await Promise.all(files.map((path) => readFile(path, 'latin1')))).join('\n');
  };

  beforeAll(async () => {
    day = await startSchoolDay({ settings: { TOUCHSTONE_BADGE_KEY: pemKey('ed25519') } });
    await day.start('serve');
    await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'half-right');
    others = await day.handIn('shopping-basket', 'plain-loops');
    learner = pull.as;
    other = others.as;
    await day.sees(pull, 'not yet', concluded);
    const sha = await day.push(pull, 'shopping-basket', 'plain-loops');
    const isAbout = (body = '') => body.includes(sha.slice(0, 7)) && body.includes('Mastered');
    await day.sees(pull, 'mastered', (seen) => concluded(seen) && isAbout(seen.comments[0]?.body));
    await day.sees(others, 'mastered', concluded);
    const settled = `select id from runs where ended_at is null`;
    await until('the last word', async () => (await day.rows(settled)).length === 0, 30_000);
    const [row] = await day.rows(
      `select learner_id as id from pull_requests where learner_login = '${learner}'`,
    );
    learnerId = Number(row?.['id']);
  });
  afterAll(async () => {
    await day.close();
  });

  it('is exported as a portfolio, whose badge verifies', async () => {
    const out = join(day.dir, 'github', 'portfolio');
    const { code, err } = await touchstone(['export', learner, '--out', out], day.env);
    expect(err).toBe('');
    expect(code).toBe(0);
    const record = JSON.parse(await readFile(join(out, 'record.json'), 'utf8')) as MasteryRecord;
    const project = record.units.flatMap(({ projects }) => projects)[0];
    expect(project).toMatchObject({ slug: 'shopping-basket', status: 'mastered' });
    expect(project?.attempts.map(({ decision }) => decision)).toEqual(['not-yet', 'mastered']);
    expect(project?.attempts[0]?.missed[0]?.corrective).toMatchObject({ number: 1 });
    expect(record.skills.find(({ skill }) => skill === 'arrays')?.masteredAt).toEqual(project?.masteredAt);

    const badge = JSON.parse(await readFile(join(out, 'badges/shopping-basket.json'), 'utf8')) as Credential;
    expect(await verifiedByOthers(badge)).toBe('valid');

    const all = await Promise.all(
      ['index.html', 'record.json', 'personal-data.json', 'badges/shopping-basket.json'].map((file) =>
        readFile(join(out, file), 'utf8'),
      ),
    );
    for (const text of all) {
      expect(text).toContain(learner);
      expect(text).not.toContain(other);
    }
  });

  it('is in no log by name, nor in Redis', async () => {
    const [files, keys] = [await everyFile(), await everyKey()];
    expect(files).toContain('delivery taken in');
    expect(keys).not.toBe('');
    for (const text of [files, keys]) {
      expect(text).not.toContain(learner);
      expect(text).not.toContain(other);
    }
  });

  it('is no longer than a summary where everybody can see it, from the moment on that they can', async () => {
    const look = () => day.standIn.look(others);
    expect(look().comments[0]?.body).toContain('All criteria and their tests');
    expect(look().checks[0]?.text).toContain('The total of a basket is right');
    day.standIn.repositories.publicize({ repository: others.repository });
    await day.sees(
      others,
      'a summary',
      (seen) => seen.comments[0]?.body.includes('Everybody can see this repository') === true,
    );
    expect(look().comments).toHaveLength(1);
    expect(look().comments[0]?.body).toContain('Mastered:');
    expect(look().comments[0]?.body).not.toContain('All criteria and their tests');
    expect(look().checks[0]?.conclusion).toBe('success');
    expect(look().checks[0]?.text).not.toContain('The total of a basket is right');
    // What is said from then on is a summary from the start.
    const sha = await day.push(others, 'shopping-basket', 'half-right');
    await day.sees(
      others,
      'a summary of the next commit',
      (seen) => seen.headSha === sha && concluded(seen) && seen.checks[0]?.conclusion === 'failure',
    );
    expect(look().checks[0]?.text).not.toContain('The total of a basket is right');
    expect(look().checks[0]?.annotations).toEqual([]);
    await day.sees(
      others,
      'its comment',
      (seen) => seen.comments[0]?.body.includes(sha.slice(0, 7)) === true,
    );
    expect(look().comments[0]?.body).toMatch(/Your next steps?/);
    expect(look().comments[0]?.body).not.toMatch(/Got:|expected/i);
  });

  it('is gone from everywhere once it was erased, and that of others is not', async () => {
    const before = await everyRow();
    expect(before.get('deliveries')).toContain(learner);
    const { code, out } = await touchstone(['erase', learner, '--yes'], day.env);
    expect(code).toBe(0);
    expect(out).toContain('removed from pullRequests: 1 row');
    const after = await everyRow();
    for (const [table, text] of after) {
      expect.soft(text, table).not.toContain(learner);
      expect.soft(text, table).not.toContain(`_id":${learnerId},`);
    }
    for (const text of [await everyFile(), await everyKey()]) expect(text).not.toContain(learner);
    expect(after.get('pull_requests')).toContain(other);
    expect(after.get('runs')).toContain('mastered');
    const again = await touchstone(['export', learner, '--out', join(day.dir, 'github', 'again')], day.env);
    expect(again.code).toBe(2);
    expect(again.err).toContain('Nothing is kept of anybody called');
  });
});
