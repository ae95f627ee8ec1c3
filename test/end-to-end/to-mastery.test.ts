import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MasteryRecord } from '../../src/mastery/record/record.ts';
import type { Credential } from '../../src/record/badges/issuer.ts';
import { pemKey } from '../adapters/badges/keys.ts';
import { verifiedByOthers } from '../adapters/badges/verifier.ts';
import { touchstone } from '../cli/run.ts';
import { reviewedCourse } from './reviewed-course.ts';
import { concluded, startSchoolDay, type SchoolDay } from './school.ts';

type Pull = Awaited<ReturnType<SchoolDay['handIn']>>;

/** One learner's way through one project, with everybody who has a part in it; all pieces are real but GitHub. */
describe('the way to mastery', () => {
  let course: Awaited<ReturnType<typeof reviewedCourse>>;
  let day: SchoolDay;
  let ada: Pull;
  let peers: Pull[];

  const review = (pull: Pull, as: string, state: 'approved' | 'changes_requested', body: string) =>
    day.standIn.conversation.review({ ...pull, as, state, body });
  const report = () => day.standIn.look(ada).comments[0]?.body ?? '';
  const check = (pull: Pull) => day.standIn.look(pull).checks[0];
  const says = (what: string, words: string) => day.sees(ada, what, () => report().includes(words));

  beforeAll(async () => {
    course = await reviewedCourse({ peers: 2 });
    day = await startSchoolDay({
      courseDir: course.courseDir,
      settings: { TOUCHSTONE_BADGE_KEY: pemKey('ed25519') },
    });
    const grace = day.standIn.accounts.user({ login: 'grace' });
    await day.start('serve');
    ada = await day.handIn('shopping-basket', 'off-by-one');
    peers = [
      await day.handIn('shopping-basket', 'plain-loops'),
      await day.handIn('shopping-basket', 'plain-loops'),
    ];
    await day.standIn.deliveries.idle();
    const ids = new Map(
      day.standIn.deliveries.log
        .map(({ payload }) => payload['sender'] as { id: number; login: string })
        .map(({ id, login }) => [login, id]),
    );
    await course.people([
      { id: grace.id, login: 'grace', roles: ['staff'] },
      ...[ada, ...peers].map(({ as }) => ({ id: ids.get(as) ?? 0, login: as, roles: ['learner'] })),
    ]);
    for (const { as } of peers)
      day.standIn.repositories.addCollaborator({ repository: ada.repository, login: as });
    await day.start('worker');
  });
  afterAll(async () => {
    expect(day.standIn.violations.list).toEqual([]);
    await day.close();
    await course.remove();
  });

  it('leads from the first push over a corrective, peers and staff to a badge that verifies', async () => {
    for (const pull of peers) {
      await day.sees(pull, 'that it waits for a person', concluded);
      review(pull, 'grace', 'approved', 'Each function does one thing, and its name says which.');
      await day.sees(pull, 'mastered', () => check(pull)?.conclusion === 'success');
    }

    // Not yet: one thing to look at, why it matters, and where to read on; and how to ask for a person.
    await day.sees(ada, 'not yet', concluded);
    expect(check(ada)).toMatchObject({ conclusion: 'failure' });
    const first = report();
    expect(first).toContain('Why:');
    expect(first).toContain('/touchstone appeal');
    expect(day.standIn.look(ada).requested).toEqual([]);

    // The second attempt meets what the machine can see. Peers look first.
    await day.push(ada, 'shopping-basket', 'plain-loops');
    await says('that peers are asked', 'asked for a first look');
    expect(check(ada)).toMatchObject({ conclusion: 'action_required' });
    expect([...day.standIn.look(ada).requested].toSorted()).toEqual(peers.map(({ as }) => as).toSorted());
    expect(report()).toContain('While you wait');
    const [one, other] = peers as [Pull, Pull];
    review(
      ada,
      one.as,
      'approved',
      'The total is built up in one place, which makes it easy to check by hand.',
    );
    await says('what one said', 'What peers said (1)');
    review(ada, other.as, 'changes_requested', 'What happens to a basket with a price of zero?');
    await says('what both said', 'What peers said (2)');
    expect(check(ada)).toMatchObject({ conclusion: 'action_required' });

    // Staff ask for more, and say why; the next push is looked at by itself.
    review(ada, 'grace', 'changes_requested', 'How would somebody find out what `x` holds?');
    await says('what staff ask', 'How would somebody find out what `x` holds?');
    await day.sees(ada, 'not yet', () => check(ada)?.conclusion === 'failure');
    const sha = await day.push(ada, 'shopping-basket', 'works-but-ugly');
    await day.sees(ada, 'that it waits again', (seen) => seen.headSha === sha && concluded(seen));
    await says('the newer commit', sha.slice(0, 7));
    review(ada, 'grace', 'approved', 'We talked about the names, and you chose better ones.');
    await day.sees(ada, 'mastered', () => check(ada)?.conclusion === 'success');
    await says('what is open next', 'Open to you now');
    // One comment all the way.
    expect(day.standIn.look(ada).comments).toHaveLength(1);

    await expect
      .poll(async () => (await day.rows('select id from runs where ended_at is null')).length)
      .toBe(0);
    const out = join(day.dir, 'portfolio');
    const exported = await touchstone(
      ['export', ada.as, '--out', out, '--course', course.courseDir],
      day.env,
    );
    expect(exported).toMatchObject({ code: 0, err: '' });
    const record = JSON.parse(await readFile(join(out, 'record.json'), 'utf8')) as MasteryRecord;
    const project = record.units.flatMap(({ projects }) => projects)[0];
    expect(project).toMatchObject({ slug: 'shopping-basket', status: 'mastered' });
    expect(project?.attempts.map(({ decision }) => decision)).toEqual(['not-yet', 'not-yet', 'mastered']);
    const badge = JSON.parse(await readFile(join(out, 'badges/shopping-basket.json'), 'utf8')) as Credential;
    expect(await verifiedByOthers(badge)).toBe('valid');
    // Whoever reviewed has it in their own record, and nobody else's name is in anybody's.
    const page = await readFile(join(out, 'index.html'), 'utf8');
    for (const { as } of [...peers, { as: 'grace' }]) expect(page).not.toContain(as);
    const theirs = join(day.dir, 'theirs');
    await touchstone(['export', one.as, '--out', theirs, '--course', course.courseDir], day.env);
    const helped = JSON.parse(await readFile(join(theirs, 'record.json'), 'utf8')) as MasteryRecord;
    expect(helped.reviewsGiven.map(({ project: slug }) => slug)).toEqual(['shopping-basket']);
  });
});
