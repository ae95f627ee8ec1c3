import { expect, test } from 'vitest';
import type { FindingForStaff } from '../../../src/similarity/alike/finding-store.ts';
import { alikeItems } from '../../../src/similarity/alike/for-staff.ts';

const around = { contacts: [], others: () => [] };
const member = (learnerId: number, since = 1, joinedAt = 1) => ({
  learnerId,
  login: `learner-${learnerId}`,
  pull: { installation: 1, owner: 'school', repo: `basket-${learnerId}`, repositoryId: learnerId, number: 1 },
  places: [],
  since,
  joinedAt,
});
const finding = (id: number, more: Partial<FindingForStaff> = {}): FindingForStaff => ({
  id,
  kind: 'pair',
  project: 'basket',
  score: 0.4,
  threshold: 0.5,
  foundAt: 10,
  seen: null,
  members: [member(1), member(2)],
  ...more,
});

test('two who are a little alike in one project are not shown, and in two projects are, as one', () => {
  expect(alikeItems([finding(1)], around)).toEqual([]);
  const items = alikeItems([finding(1), finding(2, { project: 'report', foundAt: 5 })], around);
  expect(items).toMatchObject([
    { numbers: [1, 2], projects: ['basket', 'report'], since: 5, isAside: false },
  ]);
  expect(items[0]?.sure).toBeGreaterThan(0.5);
  expect(alikeItems([finding(1), finding(2, { members: [member(1), member(3)] })], around)).toEqual([]);
});

test('the threshold is the rubric’s', () => {
  expect(alikeItems([finding(1, { threshold: 0.3 })], around)).toHaveLength(1);
  expect(alikeItems([finding(1, { score: 0.8, threshold: 0.9 })], around)).toEqual([]);
});

test('a pair stays aside until it is found once more, a group until somebody joins it', () => {
  const seen = { login: 'grace', at: 100 };
  expect(alikeItems([finding(1, { score: 0.9, seen })], around)[0]?.isAside).toBe(true);
  const again = [finding(1, { score: 0.9, seen }), finding(2, { project: 'report' })];
  expect(alikeItems(again, around)[0]?.isAside).toBe(false);
  const group = { kind: 'group' as const, score: 0.7, seen };
  const members = [member(1, 30), member(2, 20), member(3, 40)];
  expect(alikeItems([finding(3, { ...group, members })], around)).toMatchObject([
    { isAside: true, joined: 0 },
  ]);
  const joined = [...members, member(4, 200, 200)];
  const [item] = alikeItems([finding(3, { ...group, members: joined })], around);
  expect(item).toMatchObject({ isAside: false, joined: 1 });
  expect(item?.members.map(({ learnerId }) => learnerId)).toEqual([2, 1, 3, 4]);
});

test('the surest comes first', () => {
  const found = [finding(1, { score: 0.6 }), finding(2, { kind: 'group', score: 0.8 })];
  expect(alikeItems(found, around).map(({ numbers }) => numbers)).toEqual([[2], [1]]);
});
