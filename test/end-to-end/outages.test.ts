import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

describe('with PostgreSQL and processes of their own', () => {
  let day: SchoolDay;
  beforeEach(async () => {
    day = await startSchoolDay();
  });
  afterEach(async () => {
    await day.close();
  });

  const finishedRuns = async () => (await day.rows(`select id from runs where phase = 'finished'`)).length;
  // A run is finished a moment after its result can be seen on GitHub.
  const expectFinished = (count: number) =>
    expect.poll(finishedRuns, { timeout: 60_000, interval: 50 }).toBe(count);

  it('a worker killed in the middle of a run leaves one result, made by the next', async () => {
    await day.start('serve');
    const first = await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'endless-loop');
    await day.sees(
      pull,
      'the check says that it is being marked',
      (seen) => seen.checks[0]?.status === 'in_progress',
    );
    await day.kill(first);
    expect(concluded(day.standIn.look(pull))).toBe(false);

    await day.start('worker');
    const seen = await day.sees(pull, 'the decision', concluded);
    expect(seen.checks[0]?.conclusion).toBe('failure');
    await expectFinished(1);
    expect(day.standIn.requests.of('issues/create-comment')).toHaveLength(1);
    expect(day.standIn.requests.of('checks/create')).toHaveLength(1);
    expect(day.standIn.violations.list).toEqual([]);
  });

  it('a Redis killed in the middle of runs, and started again empty, costs none of them its result', async () => {
    await day.start('serve');
    await day.start('worker');
    const pulls = [
      await day.handIn('shopping-basket', 'endless-loop'),
      await day.handIn('expense-report', 'half-right'),
    ];
    await day.sees(pulls[0]!, 'the first run has begun', (seen) => seen.checks[0]?.status === 'in_progress');
    await day.redis.kill();
    // Handed in while Redis is away: the delivery is taken all the same.
    pulls.push(
      await day.handIn(
        'reading-list',
        Object.keys(day.course.projects.get('reading-list')!.rubric.examples)[0]!,
      ),
    );
    await day.redis.start();

    for (const pull of pulls) await day.sees(pull, `the decision on ${pull.repository}`, concluded);
    await expectFinished(3);
    expect(day.standIn.requests.of('issues/create-comment')).toHaveLength(3);
  });

  it('of two pushes a second apart, the newer commit alone gets a result', async () => {
    await day.start('serve');
    await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'endless-loop');
    const older = day.standIn.look(pull).headSha;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const newer = await day.push(pull, 'shopping-basket', 'plain-loops');

    const seen = await day.sees(pull, 'the decision on the newer commit', concluded);
    expect(seen.headSha).toBe(newer);
    expect(seen.checks[0]?.conclusion).toBe('success');
    await expectFinished(1);
    const concludedCommits = day.standIn.requests
      .of('checks/update')
      .concat(day.standIn.requests.of('checks/create'))
      .filter((request) => JSON.stringify(request.body).includes('"conclusion"'))
      .map((request) => (request.reply as { head_sha: string }).head_sha);
    expect(concludedCommits).not.toContain(older);
    expect(seen.comments[0]?.body).toContain(newer.slice(0, 7));
  });

  it('a delivery that comes a thousand times is one run', async () => {
    await day.start('serve');
    await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'the decision', concluded);
    const opened = day.standIn.deliveries.log.find((each) => each.event === 'pull_request')!;
    await Promise.all(Array.from({ length: 1_000 }, () => day.standIn.deliveries.redeliver(opened.id)));
    await day.sees(pull, 'still one decision', concluded);
    expect(await day.rows('select id from runs')).toHaveLength(1);
  });
});
