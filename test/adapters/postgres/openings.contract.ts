import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { notYet } from '../../marking/markings.ts';
import { named, pullRequest, pullRequestIn, sighting } from '../../intake/pulls.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What every database must do with the repositories that are made for learners. */
export function openingsContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: Date.parse('2026-03-02T09:00:00Z'), now: () => clock.at };

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock });
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });

    test('wants a repository once, goes on with it until it is there, and tells staff where it is not', async () => {
      const { openings } = database;
      const ada = { learner: 5, unit: 'basics', project: 'sums' };
      const bo = { learner: 6, unit: 'basics', project: 'sums' };
      await openings.want([ada, bo]);
      await openings.want([ada]);
      await openings.want([]);
      expect(await openings.wanted()).toEqual([ada, bo]);
      const [first, second] = await openings.due();
      expect([first, second]).toMatchObject([
        { ...ada, name: null, tries: 0 },
        { ...bo, name: null, tries: 0 },
      ]);
      expect(await openings.named(first!.id, { owner: 'school', repo: 'sums-ada' }, 'ada')).toBe(true);
      // A login that was renamed, and was taken by somebody else.
      expect(await openings.named(second!.id, { owner: 'School', repo: 'Sums-Ada' }, 'ada')).toBe(false);
      const others = named(pullRequest({ learner: { id: 7, login: 'chidi' } }), 'sums-bo');
      await database.pulls.see(sighting(others, clock.at));
      expect(await openings.named(second!.id, { owner: 'school', repo: 'sums-bo' }, 'bo')).toBe(false);
      await database.pulls.see(
        sighting(named(pullRequestIn(200, { learner: { id: 6, login: 'bo' } }), 'sums-bo'), clock.at),
      );
      expect(await openings.named(second!.id, { owner: 'school', repo: 'sums-bo' }, 'bo')).toBe(true);
      await openings.failed(first!.id, 'GitHub is away', 10 * MINUTE);
      expect(await openings.due()).toHaveLength(1);
      clock.at += 10 * MINUTE;
      expect((await openings.due()).find(({ id }) => id === first!.id)).toMatchObject({
        name: { owner: 'school', repo: 'sums-ada' },
        tries: 1,
      });
      expect(await openings.ofProject('sums')).toEqual([]);
      const made = { repositoryId: 9, branch: 'main', starterSha: 'a'.repeat(40), pinned: true };
      await openings.opened(first!.id, made);
      expect((await openings.due()).map(({ id }) => id)).toEqual([second!.id]);
      const there = { ...ada, id: first!.id, owner: 'school', repo: 'sums-ada', repositoryId: 9 };
      expect(await openings.ofProject('sums')).toMatchObject([{ ...there, starterSha: 'a'.repeat(40) }]);
      await openings.released(first!.id, 'b'.repeat(40));
      expect(await openings.ofProject('sums')).toMatchObject([{ starterSha: 'b'.repeat(40) }]);

      expect(await openings.troubles()).toEqual([]);
      expect(await openings.uncheckedFor(10 * MINUTE)).toEqual([]);
      clock.at += 10 * MINUTE;
      expect(await openings.uncheckedFor(10 * MINUTE)).toMatchObject([there]);
      await openings.checked(first!.id, false);
      expect(await openings.uncheckedFor(10 * MINUTE)).toEqual([]);
      for (let tries = 0; tries < 6; tries += 1) await openings.failed(second!.id, 'No plan for it', 0);
      expect(await openings.troubles()).toEqual([
        { owner: 'school', repo: 'sums-ada', project: 'sums', what: 'unpinned', why: null },
        { owner: 'school', repo: 'sums-bo', project: 'sums', what: 'stuck', why: 'No plan for it' },
      ]);
      await openings.checked(first!.id, true);
      expect((await openings.troubles()).map(({ what }) => what)).toEqual(['stuck']);
    });

    test('knows for whom something may have opened lately', async () => {
      const { openings } = database;
      const lately = () => openings.toLookAt([61, 62, 63], 15 * MINUTE);
      expect(await openings.toLookAt([], MINUTE)).toEqual([]);
      await openings.want([{ learner: 61, unit: 'basics', project: 'sums' }]);
      const work = pullRequestIn(600, { learner: { id: 62, login: 'gus' } });
      const run = (await database.pulls.see(sighting(work, clock.at))).started!;
      // Of the third nothing is known.
      expect(await lately()).toEqual([63]);
      clock.at += DAY;
      await database.runs.take(run, 't');
      await database.runs.marked(run, 't', notYet());
      await database.runs.published(run, 't');
      expect((await lately()).toSorted()).toEqual([62, 63]);
      clock.at += 20 * MINUTE;
      expect(await lately()).toEqual([63]);
      const by = { id: 62, login: 'gus' };
      const wish = { kind: 'challenge' as const, unit: 'basics', project: 'sums', by, given: 'comment 1' };
      await database.unitRequests.keep({ learner: 62, ...wish });
      expect((await lately()).toSorted()).toEqual([62, 63]);
      clock.at += 20 * MINUTE;
      const marked = await database.signOffs.markedWork(600, work.pull.number, work.headSha);
      const verdict = {
        says: 'mastered' as const,
        why: null,
        by: { ...by, id: 8, type: 'User' },
        at: clock.at,
      };
      await database.signOffs.keep(marked!, verdict, { kind: 'review', id: 1 });
      expect((await lately()).toSorted()).toEqual([62, 63]);
    });

    test('knows who has not come in, and for how long they were not invited', async () => {
      const { openings } = database;
      await openings.want([{ learner: 21, unit: 'basics', project: 'counts' }]);
      const { id } = (await openings.due()).find(({ learner }) => learner === 21)!;
      await openings.named(id, { owner: 'school', repo: 'counts-eve' }, 'eve');
      const made = { repositoryId: 300, branch: 'main', starterSha: 'a'.repeat(40), pinned: true };
      await openings.opened(id, made);
      const absent = async () =>
        (await openings.notAccepted(8 * DAY, 4)).map(({ learner }) => learner).filter((each) => each === 21);
      const told = async () => (await openings.troubles()).filter(({ what }) => what === 'not-accepted');
      for (let times = 1; times < 4; times += 1) {
        expect(await absent()).toEqual([]);
        clock.at += 8 * DAY;
        expect(await absent()).toEqual([21]);
        expect(await told()).toEqual([]);
        await openings.invited(id, 'invited');
      }
      clock.at += 8 * DAY;
      expect(await absent()).toEqual([]);
      expect(await told()).toMatchObject([{ repo: 'counts-eve', why: null }]);
      // Work of theirs shows that they are in.
      const work = pullRequestIn(300, { learner: { id: 21, login: 'eve' } });
      await database.pulls.see(sighting(named(work, 'counts-eve'), clock.at));
      expect(await told()).toEqual([]);
    });

    test('asks nothing of whoever is in, nor about what is somebody else’s', async () => {
      const { openings } = database;
      for (const [learner, project] of [
        [31, 'counts'],
        [32, 'counts'],
      ] as const)
        await openings.want([{ learner, unit: 'basics', project }]);
      const due = (await openings.due()).filter(({ learner }) => learner > 30);
      for (const { id, learner } of due) {
        await openings.named(id, { owner: 'school', repo: `counts-${learner}` }, `l${learner}`);
        const starterSha = learner === 31 ? 'a'.repeat(40) : null;
        await openings.opened(id, { repositoryId: 400 + learner, branch: 'main', starterSha, pinned: true });
      }
      clock.at += 8 * DAY;
      const absent = async () =>
        (await openings.notAccepted(8 * DAY, 4)).map(({ learner }) => learner).filter((each) => each > 30);
      expect(await absent()).toEqual([31]);
      await openings.invited(due.find(({ learner }) => learner === 31)!.id, 'in');
      expect(await absent()).toEqual([]);
    });
  });
}
