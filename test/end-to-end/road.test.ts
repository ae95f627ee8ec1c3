import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feedback } from '../../src/domain/results.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

const text = (content: string) => new TextEncoder().encode(content);

describe('the road from a push to a decision', () => {
  let day: SchoolDay;
  beforeAll(async () => {
    day = await startSchoolDay();
    await day.start('serve');
    await day.start('worker');
  });
  afterAll(async () => {
    // Nothing that was said to GitHub would have been refused by it.
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
  });

  /** A run is finished a moment after its result can be seen on GitHub. */
  const active = async () =>
    (await day.rows(`select id from runs where phase in ('queued', 'running', 'publishing')`)).length;

  it('leads through not yet to mastered, in one comment', async () => {
    const pull = await day.handIn('shopping-basket', 'half-right');
    const first = await day.sees(pull, 'not yet', concluded);
    expect(first.checks[0]?.conclusion).toBe('failure');
    expect(first.checks[0]?.title).toMatch(/^Not yet: /);

    const sha = await day.push(pull, 'shopping-basket', 'plain-loops');
    // The check is written first, then the comment.
    const second = await day.sees(
      pull,
      'mastered',
      (seen) => seen.headSha === sha && concluded(seen) && seen.comments[0]?.body !== first.comments[0]?.body,
    );
    expect(second.checks[0]?.conclusion).toBe('success');
    expect(second.comments).toHaveLength(1);
    expect(second.comments[0]?.id).toBe(first.comments[0]?.id);
    expect(second.comments[0]?.body).toContain(sha.slice(0, 7));
    expect(first.comments[0]?.body).not.toContain('open to you');
    expect(second.comments[0]?.body).toContain('Open to you now');
    expect(second.comments[0]?.body).toContain('expense-report');
  });

  it('moves on to another corrective with each further miss, and then to a person', async () => {
    const pull = await day.handIn('shopping-basket', 'off-by-one');
    const bodies: string[] = [];
    const next = async (what: string) => {
      const seen = await day.sees(
        pull,
        what,
        (now) => concluded(now) && !bodies.includes(now.comments[0]?.body ?? ''),
      );
      bodies.push(seen.comments[0]?.body ?? '');
      await expect.poll(active, { timeout: 60_000, interval: 50 }).toBe(0);
    };
    await next('the first miss');
    for (const miss of [2, 3, 4, 5, 6]) {
      await day.standIn.push({
        repository: pull.repository,
        branch: 'my-work',
        as: pull.as,
        message: `Try number ${miss}`,
        files: new Map([[`notes-${miss}.md`, text(`# Try number ${miss}\n`)]]),
      });
      await next(`miss number ${miss}`);
    }
    const markings = await day.rows(`select marking -> 'feedback' -> 0 as first from runs
      join pull_requests on pull_requests.id = runs.pull_request_id
      where pull_requests.number = ${pull.number} and repo = '${pull.repository.split('/')[1] ?? ''}'
      and runs.phase = 'finished' order by runs.id desc limit 6`);
    const given = markings.map(({ first }) => first as Feedback).reverse();
    expect([...new Set(given.map(({ criterion }) => criterion))]).toEqual(['total']);
    expect(given.map(({ corrective, callsStaff }) => [corrective?.kind, callsStaff])).toEqual([
      ['read', false],
      ['worked-example', false],
      ['smaller-exercise', false],
      ['pair', false],
      [undefined, true],
      [undefined, true],
    ]);
    expect(bodies[4]).toContain('ask a member of staff');
    // What else is open is told from the second miss on; the unit's other project only when this one has been of no help.
    const told = bodies.map((body) => [
      body.includes('open to you'),
      body.includes('same skills in another story'),
    ]);
    expect(told).toEqual([[false, false], ...[2, 3, 4, 5].map(() => [true, false]), [true, true]]);
  });

  it('takes a draft as practice, and the same commit as an attempt once it is ready', async () => {
    const pull = await day.handIn('expense-report', 'half-right');
    await day.sees(pull, 'a first decision', concluded);
    await day.standIn.pulls.convertToDraft(pull);
    const sha = await day.push(pull, 'expense-report', 'wrong-exit-code');
    const practice = await day.sees(
      pull,
      'practice',
      (seen) => seen.headSha === sha && concluded(seen) && seen.checks[0]?.conclusion === 'action_required',
    );
    expect(practice.checks[0]?.title).toMatch(/practice/i);

    await day.standIn.pulls.markReady(pull);
    const attempt = await day.sees(pull, 'an attempt', (seen) => seen.checks[0]?.conclusion === 'failure');
    expect(attempt.headSha).toBe(sha);
    expect(attempt.comments).toHaveLength(1);
  });

  it('marks again when somebody asks for it, and says the same again', async () => {
    const pull = await day.handIn('reading-list', 'untouched-starter');
    const first = await day.sees(pull, 'a decision', concluded);
    const runs = async () => (await day.rows(`select id from runs where phase = 'finished'`)).length;
    await expect.poll(active, { timeout: 60_000, interval: 50 }).toBe(0);
    const before = await runs();
    day.standIn.checks.rerun({ checkRunId: first.checks[0]!.id, as: pull.as });
    await expect.poll(runs, { timeout: 60_000, interval: 200 }).toBe(before + 1);
    const again = await day.sees(pull, 'the decision again', concluded);
    expect(again.checks[0]?.conclusion).toBe(first.checks[0]?.conclusion);
    expect(again.comments).toHaveLength(1);
  });

  it('lets nothing of the learner come alive on the page', async () => {
    const pull = await day.handIn('shopping-basket', 'half-right');
    const sha = await day.standIn.push({
      repository: pull.repository,
      branch: 'my-work',
      as: pull.as,
      message: 'Greetings to @head-of-school',
      files: new Map([
        ['@head-of-school <img src=x> [a](https://evil.test).js', text('export {};\n')],
        [
          'index.js',
          text("throw new Error('@head-of-school ![x](https://evil.test/x.png) \\u001b[31m</details>');\n"),
        ],
      ]),
    });
    const seen = await day.sees(pull, 'a decision', (now) => now.headSha === sha && concluded(now));
    const page = await (await fetch(seen.url)).text();
    const comment = page.slice(page.indexOf('</h1>'));
    expect(comment).not.toMatch(/<img[^>]+evil\.test/);
    expect(comment).not.toMatch(/<a[^>]+href="https:\/\/evil\.test/);
    expect(seen.comments[0]?.body).not.toContain('\u001b');
  });

  it('says that it is our problem when the submission cannot be fetched, and tries again', async () => {
    day.standIn.faults.add({ method: 'GET', path: /\/git\/trees\//, status: 500, times: 12 });
    const pull = await day.handIn('expense-report', 'untouched-starter');
    const troubled = await day.sees(pull, 'our problem is said', (seen) =>
      /our (problem|side|fault)/i.test(`${seen.checks[0]?.title ?? ''} ${seen.checks[0]?.summary ?? ''}`),
    );
    expect(troubled.checks[0]?.status).toBe('in_progress');
    day.standIn.faults.clear();
    const seen = await day.sees(pull, 'the decision in the end', concluded);
    expect(seen.checks[0]?.conclusion).toBe('failure');
  });

  it('finds pull requests that no delivery told of', async () => {
    day.standIn.deliveries.drop({ event: 'pull_request' }, 1);
    const pull = await day.handIn('reading-list', 'syntax-error');
    expect(day.standIn.look(pull).checks).toEqual([]);
    const another = await day.start('worker');
    const seen = await day.sees(pull, 'the decision, from the sweep at the start of a worker', concluded);
    expect(seen.checks[0]?.conclusion).toBe('failure');
    await day.stop(another);
  });

  it('takes no notice of a repository that belongs to no project', async () => {
    const before = day.standIn.requests.of('checks/create').length;
    const { fullName } = await day.standIn.repositories.create({
      owner: 'harbour-code-school',
      name: 'notes',
      files: new Map([['README.md', text('# Notes\n')]]),
      collaborators: ['ada-shop'],
    });
    await day.standIn.push({
      repository: fullName,
      branch: 'more',
      as: 'ada-shop',
      message: 'More',
      files: new Map([['more.md', text('more\n')]]),
    });
    const number = await day.standIn.pulls.open({
      repository: fullName,
      as: 'ada-shop',
      head: 'more',
      title: 'More',
    });
    const unread = async () => (await day.rows(`select id from deliveries where state = 'waiting'`)).length;
    await expect.poll(unread, { timeout: 30_000, interval: 100 }).toBe(0);
    expect(day.standIn.look({ repository: fullName, number }).checks).toEqual([]);
    expect(day.standIn.requests.of('checks/create')).toHaveLength(before);
  });
});
