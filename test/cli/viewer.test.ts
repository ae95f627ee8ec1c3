import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courseAgreementCommand } from '../../src/cli/course-agreement.ts';
import { exportCommand } from '../../src/cli/export.ts';
import type { Parts } from '../../src/cli/parts.ts';
import { queueCommand } from '../../src/cli/queue.ts';
import { secondLookCommand } from '../../src/cli/second-look.ts';
import type { Course } from '../../src/domain/course/project.ts';
import { rosterOf } from '../../src/domain/people/roster.ts';
import type { SecondLookStore } from '../../src/review/second-looks/second-look-store.ts';

const person = (id: number, login: string, ...roles: ('learner' | 'staff' | 'lead')[]) => ({
  ...{ id, login, roles },
  emails: [],
  leave: [],
});
const people = [
  person(1, 'ada', 'learner'),
  person(2, 'bo', 'learner'),
  person(3, 'grace', 'staff'),
  person(4, 'barbara', 'lead'),
];
const roster = rosterOf({ people, cohorts: [], timeZone: 'UTC' });
const accountOf = (login: string) => people.find((each) => each.login === login) ?? null;

const course = {
  policies: { agreement: { atLeast: 0.8 }, secondLooks: 1 },
  projects: new Map(),
} as unknown as Course;
const seconds: SecondLookStore = { signed: () => Promise.resolve([]), keep: () => Promise.resolve(true) };
const parts = {
  readCourse: () => Promise.resolve(course),
  who: (_course: string, login: string) => Promise.resolve({ roster, account: accountOf(login) }),
  now: () => 0,
  waiting: () => Promise.resolve([]),
  alike: () => Promise.resolve([]),
  openingTroubles: () => Promise.resolve([]),
  expiring: () => Promise.resolve([]),
  reviewNotes: () => Promise.resolve([]),
  comparisons: () => Promise.resolve([]),
  withSecondLooks: ((_course, work) =>
    work(seconds, {
      roster,
      accountOf: (login) => Promise.resolve(accountOf(login)),
    })) as Parts['withSecondLooks'],
  withPeople: ((work) =>
    work({ called: () => Promise.resolve([{ id: 1, login: 'ada' }]) } as never)) as Parts['withPeople'],
  portfolio: () =>
    Promise.resolve(
      new Map([
        ['index.html', 'x'],
        ['record.json', '{}'],
        ['personal-data.json', '{}'],
        ['withheld.json', '{}'],
      ]),
    ),
};
const terminal = {
  out: () => undefined,
  err: () => undefined,
  outIsTerminal: false,
  errIsTerminal: false,
  columns: 100,
};

let dir: string;
let folders = 0;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'touchstone-viewer-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const format = 'json' as const;
const withAs = (as: string | null) => (as === null ? {} : { as });
const queue = (as: string | null, of?: string) =>
  queueCommand(
    { format, all: false, course: 'c', ...withAs(as), ...(of !== undefined && { for: of }) },
    parts,
    terminal,
  );
const agreement = (as: string | null) =>
  courseAgreementCommand({ format, course: 'c', ...withAs(as) }, parts, terminal);
const secondLook = (as: string, teachers: boolean) =>
  secondLookCommand({ format, course: 'c', as, agreement: teachers }, parts, terminal);
const record = async (as: string | null) => {
  const out = join(dir, String((folders += 1)));
  await exportCommand({ login: 'ada', format, course: 'c', out, ...withAs(as) }, parts, terminal);
  const isBeside = (await readdir(dir)).includes(`${folders}-withheld.json`);
  return [...(await readdir(out)).toSorted(), ...(isBeside ? ['beside it: withheld'] : [])];
};

describe('what somebody of the school is shown', () => {
  test.each(['ada', 'bo'])('no learner sees the queue, or how far anybody agrees: %s', async (as) => {
    await expect(queue(as)).rejects.toThrow('is not shown this: what waits for staff');
    await expect(agreement(as)).rejects.toThrow('is not shown this: how far people and the marking agree');
    await expect(secondLook(as, false)).rejects.toThrow('Nobody of the staff is called');
  });

  test.each(['grace', 'barbara', null])('staff do, and whoever runs Touchstone: %s', async (as) => {
    expect(await queue(as)).toBe(0);
    expect(await agreement(as)).toBe(0);
    if (as !== null) expect(await secondLook(as, false)).toBe(0);
  });

  test('how far teachers agree is for leads', async () => {
    expect(await secondLook('barbara', true)).toBe(0);
    await expect(secondLook('grace', true)).rejects.toThrow('is no lead');
  });

  test('what their own reviews lacked, and nobody else’s', async () => {
    expect(await queue('grace', 'Grace')).toBe(0);
    await expect(queue('grace', 'barbara')).rejects.toThrow('is not shown this: what a review');
    expect(await queue(null, 'grace')).toBe(0);
  });

  test('a record is the learner’s own and for staff; all that is kept is the learner’s alone', async () => {
    const all = ['index.html', 'personal-data.json', 'record.json'];
    expect(await record(null)).toEqual([...all, 'beside it: withheld']);
    expect(await record('ada')).toEqual(all);
    expect(await record('grace')).toEqual(['index.html', 'record.json']);
    await expect(record('bo')).rejects.toThrow('is not shown this: the mastery record');
  });

  test('nobody is whom the school does not know', async () => {
    await expect(queue('stranger')).rejects.toThrow('Nobody is called "stranger"');
  });
});
