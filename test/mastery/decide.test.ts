import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageId } from '../../src/domain/course/stage.ts';
import type { StageResult } from '../../src/domain/results.ts';
import { decide } from '../../src/mastery/decide.ts';
import { rubricOf, stageResult } from './stages.ts';

const project = (...stages: StageId[]) =>
  rubricOf(Object.fromEntries(stages.map((stage) => [stage, { [`${stage}-criterion`]: {} }])));

const decision = (stages: StageId[], results: StageResult[], partial = false) =>
  decide({ project: project(...stages), stages: results, partial });

describe('the decision', () => {
  it('is mastered when every stage is met', () => {
    expect(decision(['functionality'], [stageResult('functionality')])).toBe('mastered');
    expect(decision(['functionality', 'style'], [stageResult('functionality'), stageResult('style')])).toBe(
      'mastered',
    );
  });

  it('is not yet when a stage is not met, whatever the others scored', () => {
    const unmet = stageResult('style', { met: false, score: 0.79 });
    expect(decision(['functionality', 'style'], [stageResult('functionality', { score: 1 }), unmet])).toBe(
      'not-yet',
    );
    expect(decision(['functionality'], [stageResult('functionality', { met: false, score: 0.95 })])).toBe(
      'not-yet',
    );
  });

  it('is awaiting review when a person has the last word and the rest is met', () => {
    expect(decision(['functionality', 'review'], [stageResult('functionality')])).toBe('awaiting-review');
  });

  it('is a person’s, whatever is found, where people and the marking do not agree', () => {
    const looked = (...stages: StageResult[]) =>
      decide({ project: project('functionality'), stages, partial: false, personMustLook: true });
    const missed = (...met: boolean[]) =>
      stageResult('functionality', {
        met: false,
        criteria: met.map((each) => ({
          id: 'a',
          title: 'A',
          met: each,
          essential: false,
          score: 0,
          evidence: [],
        })),
      });
    expect(looked(stageResult('functionality'))).toBe('awaiting-review');
    expect(looked(missed(true, false))).toBe('awaiting-review');
    expect(looked(missed(false, false))).toBe('not-yet');
    expect(looked(stageResult('functionality', { status: 'broken' }))).toBeNull();
  });

  it('is a person’s once a person has said not yet, and the machine would say mastered', () => {
    const after = (...stages: StageResult[]) =>
      decide({ project: project('functionality'), stages, partial: false, sentBack: true });
    expect(after(stageResult('functionality'))).toBe('awaiting-review');
    expect(after(stageResult('functionality', { met: false }))).toBe('not-yet');
  });

  it('calls nobody to a review while the rest is not met', () => {
    expect(decision(['functionality', 'review'], [stageResult('functionality', { met: false })])).toBe(
      'not-yet',
    );
  });

  it('is not yet when functionality is not met and style was skipped because of it', () => {
    const skipped = stageResult('style', { status: 'skipped', met: false, reason: 'it does not work yet' });
    expect(
      decision(['functionality', 'style'], [stageResult('functionality', { met: false }), skipped]),
    ).toBe('not-yet');
  });

  it.each<[string, StageResult[], boolean]>([
    ['only public tests ran', [stageResult('functionality'), stageResult('style')], true],
    [
      'a stage broke',
      [stageResult('functionality'), stageResult('style', { status: 'broken', met: false })],
      false,
    ],
    [
      'a stage broke beside one that is not met',
      [stageResult('functionality', { met: false }), stageResult('style', { status: 'broken', met: false })],
      false,
    ],
    ['a stage has no result', [stageResult('functionality')], false],
    ['nothing ran', [], false],
    [
      'a stage was skipped though the others are met',
      [stageResult('functionality'), stageResult('style', { status: 'skipped', met: false })],
      false,
    ],
  ])('is none when %s', (_, results, partial) => {
    expect(decision(['functionality', 'style'], results, partial)).toBeNull();
  });

  it('never says mastered unless every stage of the rubric completed and is met', () => {
    const result = (id: StageId) =>
      fc.record({
        id: fc.constant(id),
        status: fc.constantFrom('completed' as const, 'skipped' as const, 'broken' as const),
        met: fc.boolean(),
        score: fc.double({ min: 0, max: 1, noNaN: true }),
      });
    fc.assert(
      fc.property(result('functionality'), result('style'), fc.boolean(), (functionality, style, partial) => {
        const results = [functionality, style].map(({ id, ...rest }) => stageResult(id, rest));
        const good = results.every(({ status, met }) => status === 'completed' && met);
        expect(decision(['functionality', 'style'], results, partial) === 'mastered').toBe(good && !partial);
      }),
    );
  });
});
