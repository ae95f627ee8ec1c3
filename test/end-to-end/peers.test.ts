import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewedCourse } from './reviewed-course.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** A project that peers look at before staff do; all pieces are real but GitHub. */
describe('a first look by peers', () => {
  let course: Awaited<ReturnType<typeof reviewedCourse>>;
  let day: SchoolDay;
  const mastered: Pull[] = [];

  const review = (pull: Pull, as: string, state: 'approved' | 'changes_requested', body: string) =>
    day.standIn.conversation.review({ ...pull, as, state, body });
  const report = (pull: Pull) => day.standIn.look(pull).comments[0]?.body ?? '';
  const check = (pull: Pull) => day.standIn.look(pull).checks[0]?.conclusion;
  const requested = (pull: Pull) => [...day.standIn.look(pull).requested].toSorted();
  const said = (pull: Pull, what: string, words: string) =>
    day.sees(pull, what, () => report(pull).includes(words));

  beforeAll(async () => {
    course = await reviewedCourse({ peers: 2 });
    day = await startSchoolDay({ courseDir: course.courseDir });
    const grace = day.standIn.accounts.user({ login: 'grace' }).id;
    await day.start('serve');
    const ada = await day.handIn('shopping-basket', 'off-by-one');
    for (let count = 0; count < 3; count += 1)
      mastered.push(await day.handIn('shopping-basket', 'plain-loops'));
    await day.standIn.deliveries.idle();
    const ids = new Map(
      day.standIn.deliveries.log
        .map(({ payload }) => payload['sender'] as { id: number; login: string })
        .map(({ id, login }) => [login, id]),
    );
    await course.people([
      { id: grace, login: 'grace', roles: ['staff'] },
      ...[ada, ...mastered].map(({ as }) => ({ id: ids.get(as) ?? 0, login: as, roles: ['learner'] })),
    ]);
    mastered.unshift(ada);
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await course.remove();
  });

  it('is asked for, given, replaced where no answer comes, and advice to staff', async () => {
    const [ada, bo, chidi, dana] = mastered as [Pull, Pull, Pull, Pull];
    await day.sees(ada, 'not yet', concluded);
    for (const pull of [bo, chidi, dana]) {
      await day.sees(pull, 'that it waits for a person', concluded);
      expect(requested(pull)).toEqual([]);
      review(pull, 'grace', 'approved', 'It does what the brief asks, and each name says what it holds.');
      await day.sees(pull, 'mastered', () => check(pull) === 'success');
    }

    // Two of the three who have mastered it may look into the repository; the third is passed over.
    for (const { as } of [bo, chidi])
      day.standIn.repositories.addCollaborator({ repository: ada.repository, login: as });
    await day.push(ada, 'shopping-basket', 'plain-loops');
    await said(ada, 'that peers are asked', 'asked for a first look');
    expect(requested(ada)).toEqual([bo.as, chidi.as].toSorted());
    expect(report(ada)).toContain('For peers who have a first look');
    expect(check(ada)).toBe('action_required');

    // A peer's verdict decides nothing, and one without a reason gets one kind word, once.
    review(ada, bo.as, 'approved', 'LGTM');
    await said(ada, 'what the peer said', 'What peers said (1)');
    review(ada, bo.as, 'approved', 'Looks good to me!');
    await expect
      .poll(
        async () =>
          (await day.rows(`select id from reviews where given_as = 'peer' and lacks = 'reason'`)).length,
        { timeout: 60_000 },
      )
      .toBe(2);
    const hints = () => day.standIn.look(ada).comments.filter(({ body }) => body.includes('review-hint'));
    await expect.poll(() => hints().length).toBe(1);
    expect(hints()[0]?.body).toContain(`Thank you for looking at this, \`${bo.as}\``);
    expect(check(ada)).toBe('action_required');

    // Two weeks later: two days of work, whichever day it is today.
    day.standIn.repositories.addCollaborator({ repository: ada.repository, login: dana.as });
    await day.rows(`delete from peer_requests where state = 'refused'`);
    await day.rows(
      `update runs set ended_at = ended_at - interval '14 days' where marking ->> 'decision' = 'not-yet'`,
    );
    await day.rows(`update peer_requests set asked_at = asked_at - interval '14 days' where state = 'open'`);
    await day.rows(`update chores set requested_at = now() where name = 'peers'`);
    await said(ada, 'that somebody else is asked', 'had other things to do this time');
    expect(requested(ada)).toEqual([dana.as]);

    // A push keeps what is open.
    const sha = await day.push(ada, 'shopping-basket', 'works-but-ugly');
    await day.sees(
      ada,
      'the newer commit',
      (seen) => concludedOn(seen, sha) && report(ada).includes(sha.slice(0, 7)),
    );
    expect(requested(ada)).toEqual([dana.as]);
    review(ada, dana.as, 'changes_requested', 'What would a stranger make of the name `x`?');
    await said(ada, 'what she said', 'What would a stranger make of the name');
    expect(report(ada)).toContain('of an earlier commit');
    expect(check(ada)).toBe('action_required');

    // Of the same commit peers look once, unless staff ask for more.
    const asked = day.standIn.conversation.comment({ ...ada, body: '/touchstone request-review' });
    const answers = () =>
      day.standIn.look(ada).comments.filter(({ body }) => body.includes(`answer ${asked}`));
    await expect.poll(() => answers().length, { timeout: 30_000 }).toBe(1);
    expect(answers()[0]?.body).toContain('Peers have looked at this very commit.');

    // Staff have the last word; what their own review lacks is for them alone.
    review(ada, 'grace', 'approved', 'LGTM');
    await day.sees(ada, 'mastered', () => check(ada) === 'success');
    await expect
      .poll(async () =>
        day.rows(`select by_login, lacks from reviews where given_as = 'staff' and lacks is not null`),
      )
      .toEqual([{ by_login: 'grace', lacks: 'reason' }]);
    expect(hints()).toHaveLength(1);
    // The report, the hint, the question and its answer.
    expect(day.standIn.look(ada).comments).toHaveLength(4);
  });
});

const concludedOn = (seen: { checks: readonly { headSha: string; status: string }[] }, sha: string) =>
  seen.checks[0]?.headSha === sha && seen.checks[0].status === 'completed';
