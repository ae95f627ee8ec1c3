import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withLeave } from '../../../src/domain/people/leave.ts';
import {
  isStaff,
  mayLearn,
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
