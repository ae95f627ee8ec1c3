import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { touchstone } from '../cli/run.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** What learners and staff ask for by comments and buttons; all pieces are real but GitHub. */
describe('what is asked for on a pull request', () => {
  let courseDir: string;
  let day: SchoolDay;

  const check = (pull: Pull) => day.standIn.look(pull).checks[0];
  const comment = (pull: Pull) => day.standIn.look(pull).comments[0]?.body ?? '';
  const buttons = (pull: Pull) => check(pull)?.actions.map(({ identifier }) => identifier);
  const press = (pull: Pull, as: string, identifier: string) => {
    day.standIn.checks.press({ checkRunId: check(pull)?.id ?? 0, as, identifier });
  };
  /** Gives a command; resolves to the sign under it, when there is one. */
  const say = async (pull: Pull, as: string, body: string) => {
    const id = day.standIn.conversation.comment({ ...pull, as, body });
    const signs = () => day.standIn.look(pull).comments.find((each) => each.id === id)?.reactions ?? [];
    await expect
      .poll(() => signs().some(({ content }) => content === '+1' || content === 'confused'), {
        timeout: 60_000,
        interval: 50,
      })
      .toBe(true);
    return signs().at(-1)?.content;
  };
  const queue = async () => {
    const { out } = await touchstone(['queue', '--format', 'json'], {
      TOUCHSTONE_DATABASE_URL: day.env['TOUCHSTONE_DATABASE_URL'] ?? '',
    });
    return (JSON.parse(out) as { queue: Record<string, unknown>[] }).queue;
  };
  /** Deliveries overtake each other, so their order says nothing. */
  const outcomesOfButtons = async () => {
    const rows = await day.rows(
      `select outcome from deliveries where event = 'check_run' and action = 'requested_action' and state = 'done'`,
    );
    return rows.map(({ outcome }) => String(outcome)).toSorted();
  };

  beforeAll(async () => {
    courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-commands-')), 'rubrics');
    await cp('rubrics', courseDir, { recursive: true });
    const edit = async (file: string, from: string, to: string) => {
      const path = join(courseDir, file);
      const text = await readFile(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      await writeFile(path, text.replace(from, to));
    };
    await edit(
      'course.yml',
      'units:\n',
      'roster: { file: people.yml }\npolicies: { secondLooks: 1 }\nunits:\n',
    );
    await edit('shopping-basket/rubric.yml', 'stages:\n', 'review: { staff: always }\nstages:\n');
    const rubric = join(courseDir, 'shopping-basket/rubric.yml');
    const [head = '', tail = ''] = (await readFile(rubric, 'utf8')).split(/^examples:\n/m);
    await writeFile(rubric, `${head}examples:\n${tail.replaceAll(': mastered', ': awaiting-review')}`);
    await writeFile(join(courseDir, 'people.yml'), 'people: []\n');
    day = await startSchoolDay({ courseDir });
    const staff = ['grace', 'margaret'].map((login) => day.standIn.accounts.user({ login }));
    day.standIn.accounts.user({ login: 'a-stranger' });
    await writeFile(
      join(courseDir, 'people.yml'),
      `people:\n${staff.map(({ id, login }) => `  - { id: ${id}, login: ${login}, roles: [staff${login === 'margaret' ? ', lead' : ''}] }\n`).join('')}`,
    );
    await day.start('serve');
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await rm(dirname(courseDir), { recursive: true, force: true });
  });

  it('a learner asks for a person by a button, staff claim it, note their time, and answer', async () => {
    const pull = await day.handIn('shopping-basket', 'off-by-one');
    await day.sees(pull, 'not yet', concluded);
    expect(comment(pull)).toContain('To ask for a person instead, comment `/touchstone appeal <why>`.');
    expect(buttons(pull)).toEqual(['mark', 'appeal']);
    expect(await queue()).toEqual([]);

    press(pull, 'a-stranger', 'appeal');
    press(pull, 'grace', 'appeal');
    press(pull, pull.as, 'appeal');
    await day.sees(pull, 'that a person will look', () => comment(pull).includes('one will look at it'));
    expect(buttons(pull)).toEqual(['mark']);
    await expect
      .poll(outcomesOfButtons, { timeout: 30_000 })
      .toEqual([
        'a button pressed by somebody who has no right to',
        'button appeal: done',
        'button appeal: not done',
      ]);
    expect(
      day.standIn
        .look(pull)
        .comments.map(({ body }) => body)
        .join(),
    ).toContain('can be given by the learner whose pull request this is alone');
    expect(await queue()).toMatchObject([{ learner: pull.as, waitsFor: 'appeal', state: 'waiting' }]);

    expect(await say(pull, pull.as, '/touchstone appeal The brief says otherwise.')).toBe('confused');
    expect(await say(pull, 'grace', '/touchstone claim')).toBe('+1');
    expect(await say(pull, 'margaret', '/touchstone claim')).toBe('confused');
    expect(await say(pull, 'grace', '/touchstone session 20 total')).toBe('+1');
    expect(await say(pull, pull.as, '/touchstone session 20 total')).toBe('confused');
    expect(await queue()).toMatchObject([{ state: 'claimed', claimedBy: 'grace' }]);
    expect(await say(pull, pull.as, '/touchstone challenge http-api')).toBe('+1');

    expect(await say(pull, 'grace', '/touchstone approve We have looked at it together.')).toBe('+1');
    await day.sees(pull, 'mastered', () => comment(pull).includes('signs it off'));
    expect(await queue()).toEqual([]);
    expect(await day.rows('select ended_at is not null as ended from appeals')).toEqual([{ ended: true }]);
  });

  it('a commit is signed off by a button by staff alone', async () => {
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'that it waits for a person', concluded);
    expect(buttons(pull)).toEqual(['mark', 'approve']);
    press(pull, pull.as, 'approve');
    await expect.poll(outcomesOfButtons, { timeout: 30_000 }).toContain('button approve: not done');
    expect(check(pull)?.conclusion).toBe('action_required');
    press(pull, 'margaret', 'approve');
    await day.sees(pull, 'mastered', () => comment(pull).includes('signs it off'));
    expect(check(pull)?.conclusion).toBe('success');
  });

  it('a second member of staff looks without seeing what the first one said, and leads see how far they agree', async () => {
    const asks = (...args: string[]) =>
      touchstone(['second-look', '--course', courseDir, '--format', 'json', ...args], {
        TOUCHSTONE_DATABASE_URL: day.env['TOUCHSTONE_DATABASE_URL'] ?? '',
      });
    const { out } = await asks('--as', 'margaret');
    const { secondLooks } = JSON.parse(out) as { secondLooks: { number: number; files: string }[] };
    expect(secondLooks).toHaveLength(1);
    expect(out).not.toMatch(/mastered|not-yet|grace/);
    const number = String(secondLooks[0]?.number);
    expect((await asks(number, '--as', 'grace', '--says', 'mastered')).code).toBe(2);
    expect(
      (await asks(number, '--as', 'margaret', '--says', 'not-yet', '--why', 'An empty basket?')).code,
    ).toBe(0);
    expect((await asks(number, '--as', 'margaret', '--says', 'mastered')).code).toBe(2);
    expect((await asks('--agreement', '--as', 'grace')).code).toBe(2);
    expect(JSON.parse((await asks('--agreement', '--as', 'margaret')).out)).toMatchObject({
      agree: 0,
      of: 1,
    });
  });

  it('a person looks at every attempt where people and the marking do not agree', async () => {
    const [pull] = await day.rows('select id from pull_requests order by id limit 1');
    for (const sha of ['a', 'b', 'c', 'd'])
      await day.rows(
        `with s as (insert into submissions (pull_request_id, head_sha, head_owner, head_repo, first_seen_at)
           values (${String(pull?.['id'])}, '${sha.repeat(40)}', 'x', 'x', now()) returning id)
         insert into sign_offs (submission_id, source, source_id, by_id, by_login, says, why, found, claimed, said_at, at)
           select id, 'review', ${sha.codePointAt(0) ?? 0}, 1, 'grace', 'mastered', 'It is right.', 'not-yet', 'not-yet', now(), now() from s`,
      );
    const next = await day.handIn('shopping-basket', 'off-by-one');
    await day.sees(next, 'that a person looks', concluded);
    expect(check(next)?.conclusion).toBe('action_required');
    expect(comment(next)).toContain('people and the marking have not agreed on it often enough lately');
    const { out } = await touchstone(['course', 'agreement', '--course', courseDir, '--format', 'json'], {
      TOUCHSTONE_DATABASE_URL: day.env['TOUCHSTONE_DATABASE_URL'] ?? '',
    });
    expect(JSON.parse(out)).toMatchObject({
      projects: [{ project: 'shopping-basket', agree: 1, of: 6, personMustLook: true }],
    });
  });
});
