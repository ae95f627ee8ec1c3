import { expect, test } from 'vitest';
import { judge } from '../../../src/course/check/judge.ts';
import { aboutFile } from '../../../src/course/finding.ts';
import type { Marking } from '../../../src/domain/results.ts';
import { criterionResult, rubricOf, stageResult } from '../../mastery/stages.ts';

/** A starter of which the tests' one criterion is missed, or met. */
function judged(met: boolean): string[] {
  const { rubric } = rubricOf({ functionality: { total: {} }, review: { words: {} } });
  const marking = {
    decision: 'not-yet',
    stages: [stageResult('functionality', { met, criteria: [criterionResult('total', met)] })],
  } as unknown as Marking;
  const trial = {
    kind: 'starter' as const,
    name: 'starter',
    dir: 'starter',
    files: new Map(),
    form: null,
    repeat: 0,
  };
  const findings = judge(
    { rubric, dir: '.', forms: new Map() },
    [{ trial, marking, unnamed: [], hidden: [] }],
    (remark) => aboutFile(remark.level, 'rubric.yml', remark.message),
  );
  return findings.map(({ message }) => message);
}

test('a criterion that a person looks at need not be missed by anything that is tried', () => {
  expect(judged(false)).toEqual([]);
});

test('one that is tested has to be', () => {
  expect(judged(true)).toEqual([expect.stringContaining('nothing misses the criterion "total"')]);
});
