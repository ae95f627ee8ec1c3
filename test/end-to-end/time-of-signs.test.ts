import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** The most calls of GitHub's API from a comment to the sign under it: a token, the pull request, what was said as it stands now, the sign. */
const MOST_CALLS = 6;

/**
 * What somebody says is to be heard within ten seconds, whatever is marked meanwhile. How long it took is printed, and fails no test: what is
 * held is what makes it quick on any machine. A sign waits for no place, and takes few calls.
 */
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
  const phaseOf = async ({ repository }: Pull) => {
    const name = repository.split('/')[1] ?? '';
    const runs = await day.rows(
      `select phase from runs join pull_requests on pull_requests.id = pull_request_id where repo = '${name}'`,
    );
    return runs.map(({ phase }) => String(phase));
  };
  /** What was asked of GitHub about a pull request since so many calls, up to the sign and with it. */
  const callsToSign = ({ repository }: Pull, since: number): string[] => {
    const calls = day.standIn.requests.list
      .slice(since)
      .filter(({ path }) => path.includes(`/${repository}/`) || path.endsWith('/access_tokens'))
      .map(({ operation }) => operation ?? '');
    return calls.slice(0, calls.indexOf('reactions/create-for-issue-comment') + 1);
  };

  it('comes while all places are taken and others wait for one', async () => {
    const pulls: Pull[] = [];
    for (let n = 0; n < 4; n += 1) pulls.push(await day.handIn('shopping-basket', 'endless-loop'));
    await expect.poll(phases, { timeout: 60_000, interval: 50 }).toContain('running');
    const last = pulls[3]!;
    // Its learner was told that it waits: what is asked of GitHub about it from now on is for what is said there.
    await day.sees(last, 'that it waits', ({ checks }) => checks[0]?.status === 'queued');
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const before = day.standIn.requests.list.length;
      times.push(await timeOf(last, '/touchstone help'));
      // Where a sign had to wait for a place, this would have had one before it.
      expect(await phaseOf(last)).toEqual(['queued']);
      await expect.poll(() => callsToSign(last, before)).toContain('pulls/get');
      const calls = callsToSign(last, before);
      expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(MOST_CALLS);
    }
    expect(await phases()).toContain('running');
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
