import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** What somebody says is to be heard within ten seconds, whatever is marked meanwhile. How long it took is printed; time fails no test. */
describe('the sign under what somebody says', () => {
  let day: SchoolDay;

  beforeAll(async () => {
    day = await startSchoolDay({ settings: { TOUCHSTONE_CONCURRENCY: '1' } });
    await day.start('serve');
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
  });

  const say = (pull: Pull, body: string) => {
    const id = day.standIn.conversation.comment({ ...pull, body });
    return () => (day.standIn.look(pull).comments.find((each) => each.id === id)?.reactions ?? []).length > 0;
  };
  /** Resolves to the milliseconds from a comment to the sign under it. */
  const timeOf = async (pull: Pull, body: string): Promise<number> => {
    const at = performance.now();
    const isSigned = say(pull, body);
    await expect.poll(isSigned, { timeout: 120_000, interval: 20 }).toBe(true);
    return performance.now() - at;
  };
  const phases = async () =>
    (await day.rows('select phase from runs order by id')).map(({ phase }) => String(phase));

  it('comes while all places are taken and others wait for one', async () => {
    const pulls: Pull[] = [];
    for (let n = 0; n < 4; n += 1) pulls.push(await day.handIn('shopping-basket', 'endless-loop'));
    await expect.poll(phases, { timeout: 60_000, interval: 50 }).toContain('running');
    const last = pulls[3]!;
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) times.push(await timeOf(last, '/touchstone help'));
    // Where a sign had to wait for a place, nobody would wait for one any more when it comes.
    expect(await phases()).toContain('queued');
    const seconds = times.map((ms) => (ms / 1_000).toFixed(2)).join(', ');
    console.log(`signs while every place was taken came after ${seconds} s; within 10 s is asked for`);
  });

  it('comes also where GitHub could not bring what was said', async () => {
    const pull = await day.handIn('expense-report', 'endless-loop');
    day.standIn.deliveries.drop({ event: 'issue_comment', action: 'created' });
    const isSigned = say(pull, '/touchstone help');
    await day.standIn.deliveries.idle();
    const lost = day.standIn.deliveries.log.find(
      ({ event, statusCode }) => event === 'issue_comment' && statusCode === 502,
    );
    expect(await day.rows(`select id from deliveries where id = '${lost?.guid ?? ''}'`)).toEqual([]);
    expect(isSigned()).toBe(false);
    await day.rows(`update chores set requested_at = now() where name = 'deliveries'`);
    await expect.poll(isSigned, { timeout: 120_000, interval: 100 }).toBe(true);
  });
});
