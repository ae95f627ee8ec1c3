import { describe, expect, test } from 'vitest';
import { nextCorrective } from '../../src/mastery/correctives.ts';
import { chooseFeedback } from '../../src/mastery/feedback.ts';
import { criterionResult, rubricOf, stageResult } from './stages.ts';

const correctives = (['read', 'worked-example', 'smaller-exercise', 'pair'] as const).map((kind) => ({
  kind,
  text: `The ${kind}.`,
}));
const due = (given: string[], practice = false) => {
  const next = nextCorrective({ correctives }, { given, practice });
  return next.kind === 'staff' ? 'staff' : next.corrective.kind;
};
const texts = correctives.map(({ text }) => text);

describe('each further miss', () => {
  test.each([
    [0, 'read'],
    [1, 'worked-example'],
    [2, 'smaller-exercise'],
    [3, 'pair'],
    [4, 'staff'],
    [9, 'staff'],
  ])('after %i misses: %s', (misses, kind) => {
    expect(due(texts.slice(0, misses))).toBe(kind);
  });

  test('goes past what another project has given already', () => {
    expect(due(['Something else.', texts[0] ?? '', texts[1] ?? ''])).toBe('smaller-exercise');
    expect(due([texts[2] ?? ''])).toBe('read');
  });
});

describe('practice', () => {
  test('uses up none: what was given last still stands, with the first to begin with', () => {
    expect(due([], true)).toBe('read');
    expect(due(texts.slice(0, 1), true)).toBe('read');
    expect(due(texts.slice(0, 2), true)).toBe('worked-example');
    expect(due(texts, true)).toBe('pair');
  });
});

describe('the feedback', () => {
  const { rubric } = rubricOf({ functionality: { a: {}, b: {} } });
  const stages = [
    stageResult('functionality', {
      met: false,
      criteria: ['a', 'b'].map((id) => criterionResult(id, false)),
    }),
  ];

  test('moves on criterion by criterion', () => {
    const reader = { given: ['Find out about the a.'], remarks: [], practice: false };
    const feedback = chooseFeedback({ rubric }, stages, { reader });
    expect(feedback.map(({ next, read, corrective }) => [next, read, corrective?.number])).toEqual([
      ['Ask somebody about the a.', null, 2],
      ['Find out about the b.', 'https://example.org/b', 1],
    ]);
  });

  test('asks for a person when all were given, and gives no text again', () => {
    const given = ['Find out about the a.', 'Ask somebody about the a.'];
    const [a] = chooseFeedback({ rubric }, stages, { reader: { given, remarks: [], practice: false } });
    expect(a).toMatchObject({ criterion: 'a', corrective: null, callsStaff: true, read: null });
    expect(a?.next).toContain('member of staff');
  });

  test('gives a text that two criteria share to one of them', () => {
    const shared = structuredClone(rubric);
    for (const criterion of shared.stages[0]?.criteria ?? [])
      criterion.correctives.splice(0, 1, ...correctives);
    const feedback = chooseFeedback({ rubric: shared }, stages);
    expect(feedback.map(({ next }) => next)).toEqual(['The read.', 'The worked-example.']);
  });
});
