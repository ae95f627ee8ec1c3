import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import {
  pullRequests,
  reviews,
  runs,
  sessions,
  similarityPostings,
  submissions,
} from '../../../src/adapters/postgres/schema.ts';

const HOUR = 3_600_000;
const BASE = Date.parse('2026-03-02T09:00:00Z');

/** What every database must do with what is compared; `connect` gives a migrated one that nobody else uses. */
export function similarityContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: BASE, now: () => clock.at };
    let number = 0;

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock });
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });

    /** A commit of a learner; `told`: it is an attempt of which they know what came of it. */
    const submit = async (learnerId: number, project: string, told = false): Promise<number> => {
      const { rows } = opened.connection;
      number += 1;
      const at = new Date(clock.at);
      const [pull] = await rows
        .insert(pullRequests)
        .values({
          installation: 1,
          repositoryId: number,
          owner: 'octo-school',
          repo: `${project}-${learnerId}`,
          number: 1,
          learnerId,
          learnerLogin: `learner-${learnerId}`,
          project,
          headSha: String(number).padStart(40, '0'),
          draft: false,
          open: true,
          seenAt: at,
        })
        .returning();
      const [commit] = await rows
        .insert(submissions)
        .values({
          pullRequestId: pull?.id ?? 0,
          headSha: pull?.headSha ?? '',
          headOwner: 'octo-school',
          headRepo: 'work',
          firstSeenAt: at,
        })
        .returning();
      if (told)
        await rows.insert(runs).values({
          pullRequestId: pull?.id ?? 0,
          submissionId: commit?.id ?? 0,
          kind: 'attempt',
          cause: 'pull-request',
          phase: 'finished',
          outcome: 'marked',
          dueAt: at,
          queuedAt: at,
          endedAt: at,
        });
      return commit?.id ?? 0;
    };
    const work = async (learnerId: number, project: string, sketch: number[]) => ({
      submissionId: await submit(learnerId, project),
      project,
      learnerId,
      cohort: 'spring',
      handedInAt: clock.at,
      reading: `what ${learnerId} wrote`,
      sketch,
    });

    test('finds the works that share something rare, and none of other projects or of the same learner', async () => {
      const { works } = database.similarity;
      const top = 2 ** 33 - 1;
      const near = await works.add(await work(1, 'basket', [7, 8, top]));
      const far = await works.add(await work(2, 'basket', [8, 9]));
      for (let each = 10; each < 20; each += 1) await works.add(await work(each, 'basket', [8, 100 + each]));
      await works.add(await work(3, 'report', [7, 8, top]));
      await works.add(await work(4, 'basket', [1]));
      const found = await works.neighbours('basket', 5, [7, 8, 9, top], 2);
      expect(found.map(({ id }) => id)).toEqual([near, far]);
      expect(found[0]?.shared).toBe(3);
      expect(found[0]?.weight).toBeCloseTo(1 + 1 + 1 / 12);
      const own = await works.neighbours('basket', 1, [7], 9);
      expect(own).toEqual([]);
      expect(await works.neighbours('basket', 5, [], 9)).toEqual([]);
    });

    test('holds the newest work of a learner alone', async () => {
      const { works } = database.similarity;
      const old = await work(31, 'list', [1, 2, 3]);
      clock.at += HOUR;
      const id = await works.add(await work(31, 'list', [3, 4]));
      expect(await works.add(old)).toBe(id);
      expect(await works.of('list', 31)).toMatchObject({ id, handedInAt: clock.at, cohort: 'spring' });
      expect(await works.neighbours('list', 32, [1, 2], 9)).toEqual([]);
      expect(await works.neighbours('list', 32, [3, 4], 9)).toEqual([{ id, shared: 2, weight: 2 }]);
      const other = await works.add(await work(32, 'list', [5]));
      expect(await works.latest('list', 33, 9)).toEqual(expect.arrayContaining([id, other]));
      expect(await works.latest('list', 32, 9)).toEqual([id]);
      expect((await works.read([id, 999_999])).map(({ reading }) => reading)).toEqual(['what 31 wrote']);
      expect((await works.elsewhere('list', 2)).map(({ project }) => project)).not.toContain('list');
    });

    test('forgets whoever is erased, and keeps the others', async () => {
      const { works, findings } = database.similarity;
      const one = await work(41, 'erased', [1, 2]);
      const two = await work(42, 'erased', [1, 2]);
      const three = await work(43, 'erased', [1, 2]);
      for (const each of [one, two, three]) await works.add(each);
      const member = ({ learnerId, submissionId }: typeof one) => ({
        learnerId,
        submissionId,
        places: [{ file: 'main.js', start: 1, end: 9 }],
        since: clock.at,
      });
      const finding = { project: 'erased', score: 0.8, threshold: 0.5, marks: [5], kind: 'pair' as const };
      await findings.keep({ ...finding, members: [one, two].map(member) }, null);
      await findings.keep({ ...finding, kind: 'group', members: [one, two, three].map(member) }, null);
      const kept = await database.persons.dataOf(42);
      expect(kept.withheld['similarityMembers']).toHaveLength(2);
      expect(kept.own).not.toHaveProperty('similarityMembers');
      expect(JSON.stringify(kept)).not.toContain('learner-41');
      await database.persons.erase(41);
      await findings.clear(['erased']);
      expect(await works.of('erased', 41)).toBeNull();
      expect((await works.neighbours('erased', 99, [1, 2], 9)).length).toBe(2);
      const left = await findings.about('erased', [41, 42, 43]);
      expect(left.map(({ kind, members }) => [kind, members.map(({ learnerId }) => learnerId)])).toEqual([
        ['group', [42, 43]],
      ]);
      await database.persons.erase(42);
      await database.persons.erase(43);
      const posted = await opened.connection.rows.select().from(similarityPostings);
      const ids = new Set(posted.map(({ workId }) => workId));
      const known = await works.read([...ids]);
      expect(known.map(({ learnerId }) => learnerId)).not.toEqual(expect.arrayContaining([41]));
      expect(known).toHaveLength(ids.size);
    });

    test('a finding keeps its number, its members and since when they have it', async () => {
      const { findings } = database.similarity;
      const start = clock.at;
      const [one, two, three] = [
        await submit(51, 'grown'),
        await submit(52, 'grown'),
        await submit(53, 'grown'),
      ];
      const members = (ids: [number, number][], since: number) =>
        ids.map(([learnerId, submissionId]) => ({ learnerId, submissionId, places: [], since }));
      const group = { project: 'grown', kind: 'group' as const, score: 0.7, threshold: 0, marks: [1, 2] };
      const first: [number, number][] = [
        [51, one],
        [52, two],
      ];
      const id = await findings.keep({ ...group, members: members(first, start) }, null);
      expect(await findings.putAside(id, { id: 900, login: 'grace' })).toBe(true);
      expect(await findings.putAside(id + 999, { id: 900, login: 'grace' })).toBe(false);
      clock.at += 24 * HOUR;
      const later: [number, number][] = [
        [51, one],
        [53, three],
      ];
      await findings.keep({ ...group, score: 0.9, members: members(later, clock.at) }, id);
      const [known] = await findings.about('grown', [53]);
      expect(known).toMatchObject({ id, score: 0.9, marks: [1, 2] });
      expect(known?.members.map(({ learnerId, since }) => [learnerId, since])).toEqual([
        [51, start],
        [52, start],
        [53, clock.at],
      ]);
      const shown = (await findings.forStaff()).find((each) => each.id === id);
      expect(shown).toMatchObject({ foundAt: start, seen: { login: 'grace', at: start } });
      expect(shown?.members.map(({ login, joinedAt }) => [login, joinedAt])).toEqual([
        ['learner-51', start],
        ['learner-52', start],
        ['learner-53', clock.at],
      ]);
      expect(await findings.about('other', [51])).toEqual([]);
    });

    test('takes one submission after the other, each by one at a time, and leaves out what fails again and again', async () => {
      const { turns } = database.similarity;
      const one = await submit(61, 'turns', true);
      clock.at += HOUR;
      const two = await submit(62, 'turns', true);
      await submit(63, 'turns');
      await submit(64, 'not-compared', true);
      clock.at += HOUR;
      expect(await turns.note(['turns'])).toBe(2);
      expect(await turns.note(['turns'])).toBe(0);
      expect(await turns.note([])).toBe(0);
      const first = await turns.take('a', HOUR);
      const second = await turns.take('b', HOUR);
      expect([first?.submissionId, second?.submissionId]).toEqual([one, two]);
      expect(first?.submission).toMatchObject({ project: 'turns', learner: { id: 61 }, draft: false });
      expect(await turns.take('c', HOUR)).toBeNull();
      if (first === null || second === null) throw new Error('there was none');
      await turns.done(first);
      // Whoever had it died: somebody else takes it, and the first one's words count no more.
      clock.at += 2 * HOUR;
      const again = await turns.take('d', HOUR);
      expect(again?.submissionId).toBe(two);
      await turns.done(second);
      if (again === null) throw new Error('there was none');
      await turns.released(again);
      for (let tries = 0; tries < 4; tries += 1) {
        const turn = await turns.take(`e${tries}`, HOUR);
        if (turn === null) throw new Error('there was none');
        await turns.failed(turn, true);
        expect(await turns.take('f', HOUR)).toBeNull();
        clock.at += 48 * HOUR;
      }
      expect(await turns.take('g', HOUR)).toBeNull();
    });

    test('knows who has looked at the work of whom', async () => {
      const { findings, works } = database.similarity;
      const theirs = await work(71, 'looked-at', [1]);
      await works.add(theirs);
      const { rows } = opened.connection;
      const [pull] = (await rows.select().from(pullRequests)).filter(({ learnerId }) => learnerId === 71);
      const at = new Date(clock.at);
      await rows.insert(reviews).values({
        pullRequestId: pull?.id ?? 0,
        sourceId: 1,
        byId: 800,
        byLogin: 'linus',
        givenAs: 'peer',
        headSha: 'a',
        says: 'approved',
        at,
      });
      await rows.insert(sessions).values({
        learnerId: 71,
        project: 'looked-at',
        given: 'a comment',
        byId: 900,
        byLogin: 'grace',
        minutes: 20,
        about: 'loops',
        overCap: false,
        at,
      });
      const found = await findings.contacts([71, 72]);
      expect(found.map(({ by, how, learnerId }) => [by, how, learnerId])).toEqual([
        [800, 'review', 71],
        [900, 'session', 71],
      ]);
      expect(await findings.learnersOf('looked-at', clock.at - 1, clock.at)).toEqual([71]);
      expect(await findings.learnersOf('looked-at', 0, clock.at - 1)).toEqual([]);
    });
  });
}
