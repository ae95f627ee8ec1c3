import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/domain/results.ts';
import { Criterion } from '../../src/domain/course/criterion.ts';
import { assessStage, scoreCriterion, scoreStage } from '../../src/domain/scoring.ts';

const evidence = (...statuses: Evidence['status'][]): Evidence[] =>
  statuses.map((status, at) => ({
    id: String(at),
    status,
    message: null,
    expected: null,
    actual: null,
    file: null,
    line: null,
  }));
const criterion = { id: 'sums', title: 'Sums', essential: false };

describe('a criterion', () => {
  test('is met when all of its evidence passed', () => {
    expect(scoreCriterion(criterion, evidence('passed', 'passed'))).toMatchObject({ met: true, score: 1 });
  });

  test.each(['failed', 'error', 'timeout'] as const)('is not met when one %s', (status) => {
    expect(scoreCriterion(criterion, evidence('passed', status))).toMatchObject({ met: false, score: 0.5 });
  });

  test('without evidence is not met', () => {
    expect(scoreCriterion(criterion, [])).toMatchObject({ met: false, score: 0 });
  });
});

describe('a stage', () => {
  const of = (score: number, weight: number, essential = false) => ({
    result: { ...criterion, essential, evidence: [], score, met: score === 1 },
    weight,
  });

  test('scores the mean by weight', () => {
    expect(scoreStage(0.8, [of(1, 3), of(0.5, 1)])).toEqual({ score: 0.875, met: true });
  });

  test('is not met below its threshold', () => {
    expect(scoreStage(0.9, [of(1, 3), of(0.5, 1)]).met).toBe(false);
  });

  test('is not met when an essential criterion is not, whatever the score', () => {
    expect(scoreStage(0.8, [of(1, 99), of(0.9, 1, true)])).toMatchObject({ met: false });
  });

  test('reaches a threshold that sums of decimals miss by a hair', () => {
    expect(scoreStage(0.8, [of(1, 0.1), of(1, 0.7), of(0, 0.2)]).met).toBe(true);
  });

  test('without criteria is not met', () => {
    expect(scoreStage(0.7, [])).toEqual({ score: 0, met: false });
  });
});

describe('what is found, under a rubric', () => {
  const [plain, hinted] = [
    { id: 'one', evidence: [{ test: 'a' }] },
    { id: 'two', evidence: [{ test: 'a' }, { test: 'b', hint: 'Think of zero.' }] },
  ].map((each) =>
    Criterion.parse({
      title: 'T',
      why: 'W',
      skills: ['s'],
      correctives: [{ kind: 'pair', text: 't' }],
      ...each,
    }),
  ) as [Criterion, Criterion];
  const stage = { id: 'functionality' as const, threshold: 0.8, criteria: [plain, hinted] };
  const found = (items: Partial<Evidence>[]) => ({
    id: 'functionality' as const,
    status: 'completed' as const,
    reason: null,
    evidence: evidence(...items.map(({ status = 'passed' }) => status)).map((item, at) => ({
      ...item,
      ...items[at],
    })),
  });

  test('counts an item for each criterion that asks for it, and tells the hint of the one that missed it', () => {
    const result = assessStage(stage, found([{ id: 'a' }, { id: 'b', status: 'failed' }]));
    expect(result).toMatchObject({ status: 'completed', score: 0.75, met: false });
    expect(result.criteria.map(({ met }) => met)).toEqual([true, false]);
    expect(result.criteria[1]?.evidence.map(({ message }) => message)).toEqual([null, 'Think of zero.']);
  });

  test('tells no hint where there is something to be told', () => {
    const result = assessStage(stage, found([{ id: 'b', status: 'failed', message: 'Too long.' }]));
    expect(result.criteria[0]?.evidence[0]?.message).toBe('Too long.');
  });

  test('leaves out criteria without evidence, and is skipped without any', () => {
    expect(assessStage(stage, found([{ id: 'b' }])).criteria.map(({ id }) => id)).toEqual(['two']);
    expect(assessStage(stage, found([{ id: 'c' }]))).toMatchObject({ status: 'skipped', met: false });
  });

  test('is what the stage was, where it is not completed', () => {
    const broken = { ...found([{ id: 'a' }]), status: 'broken' as const, reason: 'No Docker.' };
    expect(assessStage(stage, broken)).toMatchObject({
      status: 'broken',
      reason: 'No Docker.',
      criteria: [],
    });
  });
});
