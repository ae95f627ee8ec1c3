import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewedCourse } from './reviewed-course.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** A project where a person has the last word; all pieces are real but GitHub. */
describe('the last word of a person', () => {
  let course: Awaited<ReturnType<typeof reviewedCourse>>;
  let day: SchoolDay;

  const review = (pull: Pull, as: string, state: 'approved' | 'changes_requested', body?: string) =>
    day.standIn.conversation.review({ ...pull, as, state, ...(body !== undefined && { body }) });
  const check = (pull: Pull) => day.standIn.look(pull).checks[0];
  const comment = (pull: Pull) => day.standIn.look(pull).comments[0]?.body ?? '';
  /** What became of the reviews so far, in the order in which they came. */
  const outcomes = async () => {
    const rows = await day.rows(
      `select outcome, state from deliveries where event = 'pull_request_review' order by received_at, id`,
    );
    return rows.map(({ outcome, state }) => `${String(state)}: ${String(outcome)}`);
  };
  const settled = async (count: number) => {
    await expect
      .poll(async () => (await outcomes()).filter((each) => each.startsWith('done')).length, {
        timeout: 60_000,
        interval: 100,
      })
      .toBe(count);
    return outcomes();
  };

  beforeAll(async () => {
    course = await reviewedCourse();
    day = await startSchoolDay({ courseDir: course.courseDir });
    const [staff, lead] = ['grace', 'margaret'].map((login) => day.standIn.accounts.user({ login }));
    day.standIn.accounts.user({ login: 'a-second-account' });
    await course.people([
      { id: staff?.id ?? 0, login: 'grace', roles: ['staff'] },
      { id: lead?.id ?? 0, login: 'margaret', roles: ['lead'] },
    ]);
    await day.start('serve');
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await course.remove();
  });

  it('is staff’s, of the commit that they looked at, and void with the next push', async () => {
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'that it waits for a person', concluded);
    expect(check(pull)).toMatchObject({ conclusion: 'action_required' });
    expect(comment(pull)).toContain('While you wait');

    // Neither the learner, nor a second account, nor an admin of the repository.
    review(pull, pull.as, 'approved');
    review(pull, 'a-second-account', 'approved', 'Looks good to me.');
    review(pull, 'head-of-school', 'approved');
    expect(await settled(3)).toEqual(Array(3).fill('done: verdict refused: unknown-person'));
    expect(check(pull)).toMatchObject({ conclusion: 'action_required' });

    review(pull, 'grace', 'changes_requested', 'What would a stranger make of the name `x`? See @octocat.');
    // The comment's words come after the check's.
    await day.sees(pull, 'not yet', () => comment(pull).includes('it is not there yet'));
    expect(check(pull)?.conclusion).toBe('failure');
    expect(check(pull)?.title).toBe('Not yet: a member of staff has looked at it');
    expect(comment(pull)).toMatch(/> What would a stranger make of the name `x`\? See `@octocat`\./);

    review(pull, 'margaret', 'approved', 'I talked with them about it.');
    const signed = await day.sees(pull, 'mastered', () => comment(pull).includes('signs it off'));
    expect(signed.comments).toHaveLength(1);
    expect(check(pull)?.conclusion).toBe('success');
    expect(comment(pull)).toContain('Open to you now');

    const sha = await day.push(pull, 'shopping-basket', 'works-but-ugly');
    await day.sees(
      pull,
      'that the newer commit waits again',
      (seen) => seen.headSha === sha && concluded(seen) && comment(pull).includes(sha.slice(0, 7)),
    );
    expect(check(pull)).toMatchObject({ conclusion: 'action_required' });
    expect(comment(pull)).toContain('was pushed after it, so it is looked at by itself');

    const said = await day.rows('select says, found from sign_offs order by id');
    expect(said).toEqual([
      { says: 'not-yet', found: 'awaiting-review' },
      { says: 'mastered', found: 'awaiting-review' },
    ]);
  });

  it('can be had by commands, each from those who may, about what stood there when it was written', async () => {
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'that it waits for a person', concluded);
    await expect
      .poll(
        async () =>
          (await day.rows(`select id from runs where phase <> 'finished' and ended_at is null`)).length,
      )
      .toBe(0);
    const say = (as: string, body: string) => day.standIn.conversation.comment({ ...pull, as, body });
    /** The sign under a comment, and what was said to it. */
    const answered = async (id: number) => {
      const signOf = () => day.standIn.look(pull).comments.find((each) => each.id === id)?.reactions ?? [];
      await expect.poll(() => signOf().length, { timeout: 30_000, interval: 50 }).toBe(1);
      const words = () =>
        day.standIn.look(pull).comments.find(({ body }) => body.includes(`answer ${id}`))?.body ?? null;
      return { sign: signOf()[0]?.content, words };
    };

    const refused = await answered(say(pull.as, '/touchstone approve'));
    expect(refused.sign).toBe('confused');
    await expect.poll(refused.words).toContain('by a member of staff alone');

    // Somebody who is nobody here gets a sign, and no words.
    const stranger = await answered(say('a-second-account', '/touchstone approve Looks good.'));
    expect(stranger.sign).toBe('confused');

    const help = await answered(say(pull.as, 'What can I do?\n\n/touchstone'));
    expect(help.sign).toBe('+1');
    await expect.poll(help.words).toContain('`/touchstone explain <criterion>`');
    expect(help.words()).not.toContain('approve');

    const explained = await answered(say(pull.as, '/touchstone explain total'));
    await expect.poll(explained.words).toContain('The example of the brief');
    const unknown = await answered(say('grace', '/touchstone aprove'));
    await expect.poll(unknown.words).toContain('The nearest is `/touchstone approve`');

    // Quoted, in code, edited: none of it is said.
    say('grace', '> /touchstone approve');
    say('grace', '```\n/touchstone approve\n```');
    const edited = say('grace', 'I am looking at it.');
    day.standIn.conversation.edit({ id: edited, as: 'grace', body: '/touchstone approve' });
    expect(await answered(say('grace', '/touchstone request-changes'))).toMatchObject({ sign: 'confused' });
    expect(check(pull)).toMatchObject({ conclusion: 'action_required' });

    const approved = await answered(say('grace', '/touchstone approve It reads well.'));
    expect(approved.sign).toBe('+1');
    await day.sees(pull, 'mastered', () => comment(pull).includes('signs it off'));
    expect(stranger.words()).toBeNull();
    expect(check(pull)?.conclusion).toBe('success');
  });

  it('against the machine has a reason', async () => {
    const before = (await outcomes()).length;
    const pull = await day.handIn('shopping-basket', 'off-by-one');
    await day.sees(pull, 'not yet', concluded);
    review(pull, 'grace', 'approved');
    expect((await settled(before + 1)).at(-1)).toBe('done: verdict refused: reason-missing');
    expect(check(pull)).toMatchObject({ conclusion: 'failure' });
    // Whoever approves has to know that it does not count, and why.
    const said = () => day.standIn.look(pull).comments.map(({ body }) => body);
    expect(said().filter((body) => body.includes('give a reason'))).toHaveLength(1);
    review(pull, 'grace', 'approved', 'The brief was wrong about this; what they made is right.');
    await day.sees(pull, 'mastered', () => check(pull)?.conclusion === 'success');
  });
});
