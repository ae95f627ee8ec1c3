import { expect, test } from 'vitest';
import type { Finding, KnownFinding } from '../../../src/similarity/alike/finding.ts';
import { joinFindings } from '../../../src/similarity/alike/join-findings.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const member = (learnerId: number, line = 1) => ({
  learnerId,
  submissionId: learnerId * 10,
  places: [{ file: 'a.js', start: line, end: line + 3 }],
  since: learnerId,
});
const finding = (
  kind: Finding['kind'],
  learners: number[],
  marks: number[],
  score = 0.6,
  line = 1,
): Finding => ({
  kind,
  project: 'basket',
  score,
  threshold: 0.5,
  marks,
  members: learners.map((each) => member(each, line)),
});
const known = (id: number, ...parts: Parameters<typeof finding>): KnownFinding => ({
  id,
  ...finding(...parts),
});

test('a group stays the same one while others join it, by what they share', () => {
  const older = [known(7, 'group', [1, 2, 3], range(0, 40)), known(8, 'group', [1, 2, 3], range(100, 140))];
  const [joined] = joinFindings([finding('group', [2, 3, 4], range(110, 150))], older);
  expect(joined?.id).toBe(8);
  expect(joined?.finding.marks).toEqual(range(100, 150));
});

test('a group that shares something else, or none of whose members is known, is another one', () => {
  const older = [known(7, 'group', [1, 2, 3], range(0, 40))];
  const found = [finding('group', [1, 2, 3], range(50, 90)), finding('group', [4, 5, 6], range(0, 40))];
  expect(joinFindings(found, older).map(({ id }) => id)).toEqual([null, null]);
});

test('two that share another part than before have one finding more', () => {
  const older = [known(7, 'pair', [1, 2], range(0, 40))];
  const found = [finding('pair', [1, 2], range(5, 45)), finding('pair', [2, 1], range(60, 90))];
  expect(joinFindings(found, older).map(({ id }) => id)).toEqual([7, null]);
  expect(joinFindings([finding('pair', [1, 3], range(0, 40))], older)[0]?.id).toBeNull();
  expect(
    joinFindings([{ ...finding('pair', [1, 2], range(0, 40)), project: 'other' }], older)[0]?.id,
  ).toBeNull();
});

test('what was once more alike stays so, with where it stood', () => {
  const older = [known(7, 'pair', [1, 2], range(0, 40), 0.9, 30)];
  const [joined] = joinFindings([finding('pair', [1, 2], [], 0.4, 50)], older);
  expect(joined).toMatchObject({
    id: 7,
    finding: { score: 0.9, members: [{ places: [{ start: 30 }] }, {}] },
  });
  const [better] = joinFindings([finding('pair', [1, 2], [], 0.95, 50)], older);
  expect(better?.finding.members[0]?.places).toMatchObject([{ start: 50 }]);
});
