import { expect, test } from 'vitest';
import type { Contact } from '../../../src/similarity/alike/finding-store.ts';
import { originOf } from '../../../src/similarity/alike/origin.ts';

const DAY = 24 * 60 * 60 * 1000;
const members = [1, 2, 3, 4].map((learnerId) => ({ learnerId, since: learnerId * 10 * DAY }));
const others = Array.from({ length: 20 }, (_, at) => 100 + at);
const met = (by: number, learnerId: number, day: number, how: Contact['how'] = 'review'): Contact => ({
  by,
  login: `person-${by}`,
  learnerId,
  how,
  at: day * DAY,
});

test('whoever met those who have it before they had it, and few others, stands out', () => {
  const contacts = [...[1, 2, 3, 4].map((each) => met(50, each, each * 10 - 3)), met(50, 101, 5)];
  expect(originOf(members, contacts, others)).toMatchObject({
    by: 50,
    how: 'review',
    reached: 4,
    of: 4,
    others: 1,
    ofOthers: 20,
  });
  expect(originOf(members, contacts, others)?.sure).toBeGreaterThan(0.99);
});

test('whoever has met everybody does not stand out', () => {
  const contacts = [...[1, 2, 3, 4], ...others].map((each) => met(50, each, 2));
  expect(originOf(members, contacts, others)).toBeNull();
});

test('whoever met them afterwards, or a term before, passed nothing on', () => {
  expect(
    originOf(
      members,
      [1, 2, 3, 4].map((each) => met(50, each, each * 10 + 1)),
      others,
    ),
  ).toBeNull();
  expect(
    originOf(
      members,
      [1, 2, 3, 4].map((each) => met(50, each, each * 10 - 130)),
      others,
    ),
  ).toBeNull();
  expect(originOf(members, [], others)).toBeNull();
});

test('somebody who has it may have passed it on to the others', () => {
  const contacts = [2, 3, 4].map((each) => met(1, each, each * 10 - 3, 'pairing'));
  expect(originOf(members, contacts, others)).toMatchObject({ by: 1, how: 'pairing', reached: 3, of: 3 });
});

test('of two who come into question, the one who met fewer others', () => {
  const contacts = [
    ...[1, 2, 3, 4].flatMap((each) => [met(50, each, each * 10 - 3), met(60, each, each * 10 - 3)]),
    ...others.slice(0, 5).map((each) => met(50, each, 5)),
  ];
  expect(originOf(members, contacts, others)?.by).toBe(60);
});
