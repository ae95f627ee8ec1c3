import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StageResult } from '../../src/domain/results.ts';
import { assessStage } from '../../src/domain/scoring.ts';
import { decide } from '../../src/mastery/decide.ts';
import { doubtsOf, isBorderline } from '../../src/mastery/doubts.ts';
import { evidenceOf, rubricOf } from './stages.ts';

/** A stage of these criteria, whose items passed (`+`) or did not (`-`), at a threshold of 0.8. */
function stageOf(items: Record<string, string>, essential: string[] = []) {
  const { rubric } = rubricOf({
    functionality: Object.fromEntries(
      Object.entries(items).map(([id, marks]) => [
        id,
        { essential: essential.includes(id), tests: Array.from(marks).map((_, at) => `${id}${at}`) },
      ]),
    ),
  });
  const [stage] = rubric.stages;
  if (stage === undefined) throw new Error('no stage');
  const evidence = Object.entries(items).flatMap(([id, marks]) =>
    Array.from(marks).map((mark, at) =>
      evidenceOf(`${id}${at}`, { status: mark === '+' ? 'passed' : 'failed' }),
    ),
  );
  return {
    rubric,
    stage,
    result: assessStage(stage, { id: 'functionality', status: 'completed', reason: null, evidence }),
  };
}
const borderline = (items: Record<string, string>, essential: string[] = []) => {
  const { stage, result } = stageOf(items, essential);
  return isBorderline(stage, result);
};

describe('a stage is borderline', () => {
  test('when one item more would meet it', () => {
    expect(borderline({ a: '++', b: '++', c: '--' })).toBe(true);
  });
  test('when one item less would not', () => {
    expect(borderline({ a: '++++', b: '++++', c: '++-+', d: '+-++', e: '--++' })).toBe(true);
  });
  test('not when all is met, although one item less would not meet it', () => {
    expect(borderline({ a: '+', b: '+', c: '+' })).toBe(false);
  });
  test('not when it takes two items', () => {
    expect(borderline({ a: '+++', b: '---', c: '+++' })).toBe(false);
  });
  test('not when an essential criterion is missed, however close', () => {
    expect(borderline({ a: '+-', b: '++++' }, ['a'])).toBe(false);
  });
  test('not because of an item of an essential criterion that is met', () => {
    expect(borderline({ a: '+', b: '+', c: '+', d: '+', e: '+-' }, ['a', 'b', 'c', 'd'])).toBe(false);
  });

  test('only if turning one single item round decides otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (marks) => {
          const items = Object.fromEntries(
            marks.map((each, at) => [`c${at}`, each.map((mark) => (mark ? '+' : '-')).join('')]),
          );
          const { result } = stageOf(items);
          const turned = Object.entries(items).flatMap(([id, each]) =>
            Array.from(each).map((mark, at) => ({
              ...items,
              [id]: each.slice(0, at) + (mark === '+' ? '-' : '+') + each.slice(at + 1),
            })),
          );
          const other = turned.some((each) => stageOf(each).result.met !== result.met);
          const all = result.criteria.every(({ met }) => met);
          expect(borderline(items)).toBe(other && !all);
        },
      ),
    );
  });
});

describe('a doubt', () => {
  const attempts: StageResult['attempts'] = [
    { kind: 'comment', file: 'a.js', line: 1, what: 'eslint-disable' },
  ];
  const all = stageOf({ a: '++', b: '++' });
  const near = stageOf({ a: '++', b: '++', c: '--' });
  const asking = (of: typeof all, staff: 'always' | 'in-doubt' | 'never', result: StageResult) =>
    decide({
      project: { rubric: { ...of.rubric, review: { staff } } },
      stages: [result],
      partial: false,
    });

  test.each([
    ['never', 'mastered', 'not-yet', 'mastered'],
    ['in-doubt', 'mastered', 'awaiting-review', 'awaiting-review'],
    ['always', 'awaiting-review', 'not-yet', 'awaiting-review'],
  ] as const)('where a person is asked %s', (staff, clear, close, trying) => {
    expect(asking(all, staff, all.result)).toBe(clear);
    expect(asking(near, staff, near.result)).toBe(close);
    expect(asking(all, staff, { ...all.result, attempts })).toBe(trying);
  });

  test('is named with its stage', () => {
    expect(doubtsOf(near.rubric, [{ ...near.result, attempts }])).toEqual([
      { kind: 'borderline', stage: 'functionality' },
      { kind: 'attempts', stage: 'functionality' },
    ]);
  });

  test('never makes up for a stage that is clearly not met', () => {
    const far = stageOf({ a: '--', b: '--', c: '++' });
    expect(asking(far, 'in-doubt', { ...far.result, attempts })).toBe('not-yet');
  });
});
