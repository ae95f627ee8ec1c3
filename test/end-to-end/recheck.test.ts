import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** What was mastered is looked at again some weeks later; all pieces are real but GitHub, and the weeks. */
describe('an old project that has grown a bug', () => {
  let courseDir: string;
  let day: SchoolDay;

  const check = (pull: Pull) => day.standIn.look(pull).checks[0];
  const weeksGoBy = async (table: string, column: string, days: number) => {
    await day.rows(`update ${table} set ${column} = ${column} - interval '${days} days'`);
    await day.rows(
      `insert into chores (name, started_at, requested_at) values ('retention', now(), now())
       on conflict (name) do update set requested_at = now()`,
    );
  };
  const states = async () =>
    (await day.rows('select state from rechecks order by id')).map(({ state }) => state);
  /** The re-check that was offered last in a learner's repository. */
  const offered = async (pull: Pull, count: number): Promise<Pull> => {
    await expect.poll(states, { timeout: 120_000, interval: 200 }).toHaveLength(count);
    await expect
      .poll(async () => (await states()).at(-1), { timeout: 120_000, interval: 200 })
      .toBe('offered');
    return { ...pull, number: pull.number + count };
  };
  const mastered = async (pull: Pull) => {
    await day.sees(pull, 'mastered', (seen) => concluded(seen) && seen.checks[0]?.conclusion === 'success');
    await expect
      .poll(async () => (await day.rows(`select id from runs where phase <> 'finished'`)).length)
      .toBe(0);
  };

  beforeAll(async () => {
    courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-recheck-')), 'rubrics');
    await cp('rubrics', courseDir, { recursive: true });
    await appendFile(join(courseDir, 'course.yml'), '\nretention: { afterDays: [7, 30] }\n');
    day = await startSchoolDay({ courseDir, permissions: { contents: 'write' } });
    await day.start('serve');
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await rm(dirname(courseDir), { recursive: true, force: true });
  });

  it('comes as a pull request of its own, is marked by the same tests, and takes nothing away', async () => {
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await mastered(pull);
    await weeksGoBy('runs', 'ended_at', 8);
    const recheck = await offered(pull, 1);

    const seen = await day.sees(recheck, 'that the bug is there', concluded);
    expect(check(recheck)).toMatchObject({ conclusion: 'failure' });
    expect(check(recheck)?.title).toContain('The bug is still there');
    expect(seen.comments[0]?.body).toContain('What you have mastered stays mastered');
    expect(seen.comments[0]?.body).not.toContain('Open to you now');
    // One line of their own work is another.
    const [bug] = await day.rows('select file, line, before, after from rechecks');
    expect(bug?.['file']).toMatch(/\.(js|ts)$/);
    expect(bug?.['before']).not.toEqual(bug?.['after']);

    // It is no attempt: nothing that counts attempts knows of it.
    await day.standIn.push({
      repository: pull.repository,
      branch: 'touchstone/recheck-1',
      as: pull.as,
      files: await day.filesOf('shopping-basket', 'plain-loops'),
      message: 'Mend it',
    });
    await day.sees(recheck, 'that it is mended', () => check(recheck)?.conclusion === 'success');
    expect(check(recheck)?.title).toContain('Found and mended');
    expect(check(pull)).toMatchObject({ conclusion: 'success' });
    await weeksGoBy('chores', 'started_at', 0);
    await expect.poll(states, { timeout: 60_000, interval: 200 }).toEqual(['kept']);
    await expect.poll(() => day.standIn.look(recheck).state).toBe('closed');
  });

  it('is left alone when it was left alone, and offered once more', async () => {
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await mastered(pull);
    await weeksGoBy('runs', 'ended_at', 8);
    await expect.poll(states, { timeout: 120_000, interval: 200 }).toHaveLength(2);
    await expect.poll(async () => (await states())[1], { timeout: 120_000 }).toBe('offered');
    await weeksGoBy('rechecks', 'offered_at', 15);
    await expect.poll(async () => (await states())[1], { timeout: 60_000 }).toBe('missed');
    // Mastery is what it was.
    expect(check(pull)).toMatchObject({ conclusion: 'success' });
    await weeksGoBy('rechecks', 'ended_at', 15);
    await expect.poll(states, { timeout: 120_000, interval: 200 }).toHaveLength(3);
  });
});
