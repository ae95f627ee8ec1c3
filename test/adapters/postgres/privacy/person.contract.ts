import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseOn, type Database } from '../../../../src/adapters/postgres/database.ts';
import type { Connection } from '../../../../src/adapters/postgres/connection.ts';
import { lastSigns } from '../../../../src/adapters/postgres/privacy/last-signs.ts';
import { tables } from '../../../../src/adapters/postgres/privacy/tables.ts';
import { deliveries, pullRequests, rechecks, submissions } from '../../../../src/adapters/postgres/schema.ts';
import { readDelivery } from '../../../../src/intake/read-delivery.ts';
import { everything, playEverywhere, type Somebody } from './everywhere.ts';

const ada: Somebody = { id: 4_711_001, login: 'Ada-L', mail: 'ada@home.example' };
const grace: Somebody = { id: 4_711_002, login: 'grace', mail: 'grace@home.example' };
const linus: Somebody = { id: 4_711_003, login: 'linus', mail: 'linus@home.example' };

/** What must hold of people's rows on each kind of database. */
export function personContract(
  title: string,
  open: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(title, () => {
    let connection: Connection;
    let database: Database;
    let remove: () => Promise<void>;

    beforeEach(async () => {
      ({ connection, remove } = await open());
      database = databaseOn(connection);
    });
    afterEach(async () => {
      await database.close();
      await remove();
    });

    const textOfAll = async (): Promise<string> =>
      [...(await everything(connection.rows)).values()].flat().join('\n');

    test('the learner of the test is in every table that knows people, or the test would prove nothing', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      const found = await everything(connection.rows);
      for (const { name, columns } of tables) {
        const notes = [...columns.values()].map(({ note }) => note.whose);
        const told = [...columns.values()].some(
          ({ column, note }) =>
            (note.whose === 'owner' || note.whose === 'anybody') &&
            ['PgText', 'PgJsonb'].includes(column.columnType),
        );
        const text = (found.get(name) ?? []).join('\n');
        if (told) expect.soft(text, name).toMatch(/ada-l/i);
        if (notes.some((whose) => typeof whose === 'object'))
          expect.soft(text, name).toContain(String(linus.id));
      }
    });

    test('every table that names people says when the last thing came of them', () => {
      for (const { name, columns } of tables) {
        const all = [...columns];
        const signs = new Set(all.flatMap(([, { note }]) => note.signOf ?? []));
        const others = all.flatMap(([, { note }]) =>
          typeof note.whose === 'object' ? [note.whose.numberedBy] : [],
        );
        expect.soft([...signs], name).toEqual(expect.arrayContaining([...new Set(others)]));
      }
    });

    test('a time at which anybody did anything counts as the last that came of them', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      for (const { name, columns } of tables)
        for (const [key, { note }] of columns)
          for (const who of note.signOf ?? []) {
            const [table] = tables.filter((each) => each.name === name);
            if (table === undefined) throw new Error(name);
            const at = new Date(Date.UTC(2030, 0, 1));
            await connection.rows.update(table.table).set({ [key]: at });
            const last = await lastSigns(connection.rows);
            expect.soft(last.get(who === 'owner' ? ada.id : linus.id), `${name}.${key}`).toBe(at.getTime());
            await connection.rows.update(table.table).set({ [key]: new Date(0) });
          }
    });

    test('nothing is left of somebody who is everywhere', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      await playEverywhere(connection.rows, { owner: grace, other: ada, named: ada });
      await database.persons.erase(ada.id);
      const text = await textOfAll();
      expect(text).not.toContain(String(ada.id));
      expect(text).not.toMatch(/ada-l/i);
      expect(text).not.toContain(ada.mail);
    });

    test('what is about others stays as it is', async () => {
      await playEverywhere(connection.rows, { owner: grace, other: linus, named: grace });
      const before = await everything(connection.rows);
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      await database.persons.erase(ada.id);
      const after = await everything(connection.rows);
      for (const [name, rows] of before)
        for (const row of rows) expect.soft(after.get(name), name).toContain(row);
    });

    test('what somebody did for others is theirs no more, and stays with the others', async () => {
      await playEverywhere(connection.rows, { owner: grace, other: ada, named: linus });
      const before = await database.persons.dataOf(grace.id);
      const erased = await database.persons.erase(ada.id);
      expect(erased.removed).toEqual({});
      expect(Object.keys(erased.anonymised)).toContain('signOffs');
      expect(await database.persons.dataOf(grace.id)).toEqual(before);
      expect(await textOfAll()).toContain('ghost');
    });

    test('what is exported of somebody is theirs alone', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: linus });
      await playEverywhere(connection.rows, { owner: grace, other: ada, named: linus });
      const { own, forOthers } = await database.persons.dataOf(ada.id);
      expect(own['pullRequests']).toMatchObject([{ learnerId: ada.id, learnerLogin: ada.login }]);
      expect(forOthers['signOffs']).toMatchObject([{ byId: ada.id, byLogin: ada.login }]);
      const text = JSON.stringify({ own, forOthers });
      expect(text).not.toContain(String(linus.id));
      expect(text).not.toContain(String(grace.id));
      expect(text).not.toContain(grace.login);
    });

    test('what a learner may not see, or has yet to find out, is in nothing that they are handed', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: linus });
      const { own, withheld } = await database.persons.dataOf(ada.id);
      for (const table of ['secondLooks', 'keptMasteries', 'similarityMembers']) {
        expect.soft(own).not.toHaveProperty(table);
        expect.soft(withheld[table]).toHaveLength(1);
      }
      expect(own['reviews']?.[0]).toHaveProperty('words');
      expect(own['reviews']?.[0]).not.toHaveProperty('lacks');
      expect(withheld['reviews']).toMatchObject([{ lacks: expect.any(String) as string }]);
      const riddle = ['file', 'line', 'before', 'after'];
      expect(Object.keys(own['rechecks']?.[0] ?? {})).toEqual(expect.arrayContaining(riddle));
      expect(withheld).not.toHaveProperty('rechecks');
      await connection.rows.update(rechecks).set({ endedAt: null });
      const open = await database.persons.dataOf(ada.id);
      for (const key of riddle) expect.soft(open.own['rechecks']?.[0]).not.toHaveProperty(key);
      expect(Object.keys(open.withheld['rechecks']?.[0] ?? {})).toEqual(expect.arrayContaining(riddle));
      expect(open.own['rechecks']?.[0]).toHaveProperty('state');
    });

    test('somebody whom nothing but a payload names is found, exported and erased by login and by number', async () => {
      await playEverywhere(connection.rows, { owner: grace, other: linus, named: ada });
      const texts = async () => JSON.stringify(await connection.rows.select().from(deliveries));
      expect(await texts()).toContain(ada.mail);
      expect(await database.persons.called('ada-l')).toEqual([{ id: ada.id, login: ada.login }]);
      expect(await database.persons.called('octo-school')).toEqual([]);
      expect(await database.persons.loginOf(ada.id)).toBe(ada.login);
      const { own, forOthers, outside } = await database.persons.dataOf(ada.id);
      expect({ own, forOthers }).toEqual({ own: {}, forOthers: {} });
      expect(outside['deliveries']).toMatchObject([
        {
          payload: [
            { id: ada.id, login: ada.login },
            { username: ada.login, email: ada.mail },
          ],
        },
      ]);
      await database.persons.erase(ada.id);
      const all = await textOfAll();
      expect(all).not.toMatch(new RegExp(`ada-l|${ada.id}|${ada.mail}`, 'i'));
      expect(await database.persons.called(ada.login)).toEqual([]);
      expect(await database.persons.dataOf(ada.id)).toEqual({
        own: {},
        forOthers: {},
        outside: {},
        withheld: {},
      });
    });

    test('what others have said and nobody has read yet is still to be read, without the name', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      const comment = (id: string, by: Somebody, about: Somebody) => ({
        id,
        event: 'issue_comment',
        action: 'created',
        payload: {
          installation: { id: 1 },
          repository: { id: 77, name: `bakery-${about.login}`, owner: { login: 'octo-school', id: 5 } },
          issue: { number: 3, pull_request: {}, user: { id: about.id, login: about.login }, assignee: ada },
          comment: {
            id: 1,
            user: { id: by.id, login: by.login, type: 'User' },
            body: `/touchstone approve So says @${ada.login}`,
            created_at: '2026-01-02T03:04:05Z',
            updated_at: '2026-01-02T03:04:05Z',
          },
        },
      });
      for (const delivery of [
        comment('of others', linus, grace),
        comment('theirs', ada, grace),
        comment('about theirs', linus, ada),
      ])
        await database.deliveries.insert(delivery);
      await database.persons.erase(ada.id);
      expect(await textOfAll()).not.toMatch(new RegExp(`ada-l|${ada.id}|${ada.mail}`, 'i'));
      const left = await database.deliveries.begin('of others');
      expect(left && readDelivery(left)).toMatchObject({
        todo: 'obey',
        pull: { owner: 'octo-school', repo: 'bakery-grace', number: 3 },
        comment: { by: { id: linus.id }, body: '/touchstone approve So says somebody' },
      });
      expect(await database.deliveries.begin('theirs')).toBeNull();
      expect(await database.deliveries.begin('about theirs')).toBeNull();
    });

    test('a login that several have had names all of them', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      expect(await database.persons.called(ada.login.toUpperCase())).toEqual([
        { id: ada.id, login: ada.login },
      ]);
      await playEverywhere(connection.rows, {
        owner: { ...grace, login: ada.login },
        other: linus,
        named: grace,
      });
      const found = await database.persons.called(ada.login.toUpperCase());
      expect(found.map(({ id }) => id).toSorted()).toEqual([ada.id, grace.id]);
    });

    test('where the work of others is called alike, it stays where it is', async () => {
      const ann = { id: 4_711_004, login: 'ann', mail: 'ann@home.example' };
      const mary = { id: 4_711_005, login: 'mary-ann', mail: 'mary@home.example' };
      await playEverywhere(connection.rows, { owner: mary, other: linus, named: mary });
      await playEverywhere(connection.rows, { owner: linus, other: grace, named: ann });
      await playEverywhere(connection.rows, { owner: ann, other: linus, named: ann });
      const before = await everything(connection.rows);
      await database.persons.erase(ann.id);
      const places = (await everything(connection.rows)).get('pullRequests') ?? [];
      expect(places.filter((row) => row.includes('bakery-mary-ann'))).toEqual(
        before.get('pullRequests')?.filter((row) => row.includes('bakery-mary-ann')),
      );
      expect(places.join()).toContain('bakery-ghost');
      expect(places.join()).not.toContain('bakery-ann');
    });

    test('where the project is called as somebody was, the work of others stays where it is', async () => {
      const todo = { id: 4_711_006, login: 'todo', mail: 'todo@home.example' };
      await playEverywhere(connection.rows, { owner: grace, other: todo, named: grace });
      await connection.rows.update(pullRequests).set({ project: 'todo-cli', repo: 'todo-cli-grace' });
      await connection.rows.update(submissions).set({ headRepo: 'todo-cli-grace' });
      await playEverywhere(connection.rows, { owner: linus, other: todo, named: todo });
      await connection.rows
        .update(pullRequests)
        .set({ project: 'todo-cli', repo: 'todo-cli-todo' })
        .where(eq(pullRequests.learnerId, linus.id));
      await database.persons.erase(todo.id);
      const pulls = await connection.rows.select().from(pullRequests);
      expect(pulls.map(({ repo }) => repo).toSorted()).toEqual(['todo-cli-ghost', 'todo-cli-grace']);
      const handedIn = await connection.rows.select().from(submissions);
      expect(handedIn.map(({ headRepo }) => headRepo).toSorted()).toEqual(['bakery-ghost', 'todo-cli-grace']);
    });

    test('somebody is called as they are called now, under whichever login they are looked for', async () => {
      await playEverywhere(connection.rows, { owner: linus, other: ada, named: linus });
      await playEverywhere(connection.rows, {
        owner: { ...ada, login: 'countess' },
        other: linus,
        named: ada,
      });
      expect(await database.persons.called('ada-l')).toEqual([{ id: ada.id, login: 'countess' }]);
      expect(await database.persons.loginOf(ada.id)).toBe('countess');
      expect(await database.persons.loginOf(1)).toBeNull();
    });

    test('somebody who was erased can come back as somebody new', async () => {
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      await database.persons.erase(ada.id);
      expect(await database.persons.called(ada.login)).toEqual([]);
      await playEverywhere(connection.rows, { owner: ada, other: linus, named: ada });
      expect((await database.persons.dataOf(ada.id)).own['pullRequests']).toHaveLength(1);
    });
  });
}
