import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/domain/results.ts';
import { scoreCriterion, scoreStage } from '../../src/domain/scoring.ts';

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
