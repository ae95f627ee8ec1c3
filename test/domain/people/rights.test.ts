import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withLeave } from '../../../src/domain/people/leave.ts';
import {
  isStaff,
  mayAllSee,
  mayDo,
  mayLearn,
  maySee,
  NOBODY,
  PARTS,
  partsOf,
  RIGHTS,
  type Thing,
  THINGS,
} from '../../../src/domain/people/rights.ts';
import { rosterOf } from '../../../src/domain/people/roster.ts';

const person = (id: number, ...roles: ('learner' | 'tutor' | 'staff' | 'lead')[]) => ({
  id,
  login: `person-${id}`,
  roles,
  emails: [],
  leave: [],
});
const people = [person(1, 'learner'), person(2, 'staff'), person(3, 'lead'), person(4, 'tutor', 'learner')];
const roster = rosterOf({ people, cohorts: [], timeZone: 'UTC' });

test('the staff guide shows who sees what', async () => {
  const guide = await readFile(new URL('../../../docs/staff-guide.md', import.meta.url), 'utf8');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const shown = guide
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cells);
  expect(shown).toContainEqual(['what there is of a learner', ...PARTS]);
  for (const [thing, words] of Object.entries(THINGS) as [Thing, string][])
    expect
      .soft(shown)
      .toContainEqual([words, ...PARTS.map((part) => (RIGHTS[thing].includes(part) ? 'yes' : ''))]);
});

test('what somebody is follows from the roster and from whose work it is', () => {
  expect(partsOf(1, 1, roster)).toEqual(new Set(['learner']));
  expect(partsOf(1, 4, roster)).toEqual(new Set());
  expect(partsOf(2, 1, roster)).toEqual(new Set(['staff']));
  expect(partsOf(3, 1, roster)).toEqual(new Set(['staff', 'lead']));
  expect(partsOf(4, 1, roster)).toEqual(new Set());
  expect(partsOf(99, 1, roster)).toEqual(new Set());
  expect(isStaff(undefined)).toBe(false);
});

test('where the course says who its learners are, nobody else is one, also while a team cannot be read', () => {
  const staffOnly = rosterOf({ people: [person(2, 'staff')], cohorts: [], timeZone: 'UTC' });
  const cohort = { id: 'spring', title: 'Spring', team: 'octo-school/spring', holidays: [] };
  const byTeam = rosterOf({ people: [person(2, 'staff')], cohorts: [cohort], timeZone: 'UTC' });
  expect([mayLearn(1, roster), mayLearn(2, roster), mayLearn(99, roster)]).toEqual([true, true, false]);
  expect(mayLearn(99, staffOnly)).toBe(true);
  expect(mayLearn(99, byTeam)).toBe(false);
  expect(mayLearn(99, withLeave(byTeam, new Map()))).toBe(false);
  expect(partsOf(99, 99, roster)).toEqual(new Set());
  expect(partsOf(99, 99, staffOnly)).toEqual(new Set(['learner']));
});

test('no learner sees what is about others, or is for staff alone', () => {
  for (const thing of ['queue', 'similarity', 'agreement', 'review-hints', 'hidden-tests'] as const)
    expect(RIGHTS[thing]).not.toContain('learner');
});

test('this one table decides: no other file asks anybody for their roles', async () => {
  const src = new URL('../../../src/', import.meta.url).pathname;
  // How a roster comes to its roles is another matter than what they give.
  const own = new Set(['domain/people/rights.ts', 'domain/people/roster.ts']);
  const asking: string[] = [];
  for (const file of await readdir(src, { recursive: true })) {
    if (own.has(file) || !file.endsWith('.ts')) continue;
    if (/\broles\??\.(?:has|includes|some)\(/.test(await readFile(`${src}${file}`, 'utf8')))
      asking.push(file);
  }
  expect(asking).toEqual([]);
});

test('what all see who read something is what each of them may see', () => {
  expect(mayAllSee('contradictions', ['learner', 'staff', 'lead'])).toBe(true);
  expect(mayAllSee('contradictions', ['learner', 'peer'])).toBe(false);
  expect(maySee('teachers', partsOf(3, NOBODY, roster))).toBe(true);
  expect(maySee('teachers', partsOf(2, NOBODY, roster))).toBe(false);
});

test('whoever may do something about other people’s work is staff', () => {
  for (const deed of ['approve', 'request-changes', 'claim', 'snooze', 'session', 'second-look'] as const) {
    expect(mayDo(deed, partsOf(2, 1, roster))).toBe(true);
    for (const id of [1, 4, 99]) expect(mayDo(deed, partsOf(id, 1, roster))).toBe(false);
  }
});
