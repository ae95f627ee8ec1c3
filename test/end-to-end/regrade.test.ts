import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { touchstone } from '../cli/run.ts';
import { until } from '../services/until.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

const Document = z.object({
  project: z.literal('shopping-basket'),
  applied: z.boolean(),
  cases: z.array(
    z.object({
      learner: z.string(),
      pullRequest: z.string(),
      effect: z.string(),
      then: z.string().optional(),
      now: z.string().optional(),
      noLongerMissed: z.array(z.object({ id: z.string() })).optional(),
      newlyMissed: z.array(z.object({ id: z.string() })).optional(),
      done: z.string().nullish(),
      problem: z.object({ code: z.string() }).optional(),
    }),
  ),
});

describe('a mended assessment', () => {
  let courseDir: string;
  let day: SchoolDay;
  type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;
  let right: Pull;
  let gone: Pull;

  const testFile = () => join(courseDir, 'shopping-basket/tests/hidden/basket.test.js');
  const change = async (from: string, to: string) => {
    const text = await readFile(testFile(), 'utf8');
    if (!text.includes(from)) throw new Error(`the test file has no ${from}`);
    await writeFile(testFile(), text.replace(from, to));
  };
  const asItShouldBe = 'assert.deepEqual(addItem(basket, item), expected);';
  const planted = 'assert.deepEqual(addItem(basket, item), copyOf(basket));';

  const regrade = async (...more: string[]) => {
    const args = ['course', 'regrade', '--project', 'shopping-basket', '--format', 'json', ...more];
    const ended = await touchstone(args, day.env);
    expect(ended.err).toBe('');
    const { cases } = Document.parse(JSON.parse(ended.out));
    return { code: ended.code, of: (pull: Pull) => cases.find(({ learner }) => learner === pull.as) };
  };
  const records = () =>
    day.rows(`select runs.id, phase, cause, (select count(*) from kept_masteries) as kept,
      (select count(*) from publications) as said from runs order by runs.id`);
  const comment = (pull: Pull) => day.standIn.look(pull).comments[0]?.body ?? '';

  beforeAll(async () => {
    courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-regrade-')), 'rubrics');
    await cp('rubrics', courseDir, { recursive: true });
    day = await startSchoolDay({ courseDir });
    await change(asItShouldBe, planted);
    await day.start('serve');
    const worker = await day.start('worker');
    right = await day.handIn('shopping-basket', 'plain-loops');
    const half = await day.handIn('shopping-basket', 'half-right');
    gone = await day.handIn('shopping-basket', 'off-by-one');
    for (const pull of [right, half, gone]) {
      const seen = await day.sees(pull, 'not yet', concluded);
      expect(seen.checks[0]?.conclusion).toBe('failure');
    }
    await until('every run is finished', async () =>
      (await records()).every(({ phase }) => phase === 'finished'),
    );
    await day.stop(worker);
    await change(planted, asItShouldBe);
    day.standIn.repositories.remove({ repository: gone.repository });
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await rm(join(courseDir, '..'), { recursive: true, force: true });
  });

  it('is shown first: nothing changes before somebody says so', async () => {
    const [runs, said] = [await records(), comment(right)];
    const shown = await regrade();
    expect(shown.code).toBe(1);
    expect(shown.of(right)).toMatchObject({
      effect: 'changes',
      then: 'not-yet',
      now: 'mastered',
      noLongerMissed: [{ id: 'add-item' }],
      newlyMissed: [],
      done: null,
    });
    expect(shown.of(gone)).toMatchObject({ effect: 'gone', problem: { code: expect.any(String) as string } });
    expect(await records()).toEqual(runs);
    expect(comment(right)).toBe(said);
  });

  it('turns not yet into mastered, and says why it was looked at again', async () => {
    const applied = await regrade('--apply');
    expect(applied.code).toBe(0);
    expect(applied.of(right)).toMatchObject({ effect: 'changes', done: 'said' });
    const seen = day.standIn.look(right);
    expect(seen.checks.map(({ conclusion }) => conclusion)).toEqual(['success']);
    expect(seen.comments).toHaveLength(1);
    expect(comment(right)).toContain('This was looked at again, because the assessment');
  });

  it('changes nothing when it is applied once more', async () => {
    const [runs, said] = [await records(), comment(right)];
    const again = await regrade('--apply');
    expect(again.code).toBe(0);
    expect(again.of(right)).toMatchObject({ effect: 'same', then: 'mastered', done: null });
    expect(await records()).toEqual(runs);
    expect(comment(right)).toBe(said);
  });

  it('never takes mastery away, and notes it for staff', async () => {
    await change(asItShouldBe, planted);
    const said = comment(right);
    const shown = await regrade();
    expect(shown.of(right)).toMatchObject({ effect: 'keeps-mastery', then: 'mastered', now: 'not-yet' });
    expect((await records())[0]).toMatchObject({ kept: '0' });
    const applied = await regrade('--apply');
    expect(applied.code).toBe(0);
    expect(applied.of(right)).toMatchObject({ effect: 'keeps-mastery', done: 'kept' });
    expect((await records())[0]).toMatchObject({ kept: '1' });
    expect(comment(right)).toBe(said);
    expect(day.standIn.look(right).checks[0]?.conclusion).toBe('success');
    const [decision] = await day.rows(`select runs.marking ->> 'decision' as stands,
      kept_masteries.marking ->> 'decision' as otherwise from kept_masteries join runs on runs.id = run_id`);
    expect(decision).toEqual({ stands: 'mastered', otherwise: 'not-yet' });
  });

  it('keeps it too where a stricter rubric would leave the decision to a person', async () => {
    await change(planted, asItShouldBe);
    const rubric = join(courseDir, 'shopping-basket/rubric.yml');
    // No example is mastered any more either: that is said by a person.
    const text = (await readFile(rubric, 'utf8')).replaceAll(
      /^( {2}[\w-]+): mastered$/gm,
      '$1: awaiting-review',
    );
    await writeFile(rubric, `${text}\nreview: { staff: always }\n`);
    const applied = await regrade('--apply');
    expect(applied.of(right)).toMatchObject({
      effect: 'keeps-mastery',
      then: 'mastered',
      now: 'awaiting-review',
      newlyMissed: [],
      done: 'kept',
    });
    expect(day.standIn.look(right).checks[0]?.conclusion).toBe('success');
    const kept = await day.rows(`select marking ->> 'decision' as otherwise from kept_masteries`);
    expect(kept).toEqual([{ otherwise: 'awaiting-review' }]);
  });

  it('is shown to people as a table', async () => {
    const ended = await touchstone(['course', 'regrade', '--project', 'shopping-basket'], day.env);
    expect(ended.out).toContain('keeps mastery, although awaiting review');
    expect(ended.out).toContain('cannot be fetched any more');
    expect(ended.out).toMatch(/^Of 3: /m);
    expect(ended.err).toBe('');
  });
});
