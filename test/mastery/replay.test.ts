import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StageFindings } from '../../src/domain/findings.ts';
import type { Evidence, Marking } from '../../src/domain/results.ts';
import { conclude } from '../../src/mastery/conclude.ts';
import { replay } from '../../src/mastery/replay.ts';
import { rubricId } from '../../src/mastery/rubric-id.ts';
import { evidenceOf, rubricOf } from './stages.ts';

const { rubric } = rubricOf({
  functionality: {
    vital: { essential: true, tests: ['v1', 'v2'], hint: 'Look at the last one.' },
    more: { weight: 2, tests: ['m1', 'm2', 'm3', 'v2'] },
  },
  style: { neat: { tests: ['n1'] }, tidy: { tests: ['t1', 't2'] } },
});
const history = { given: ['Find out about the vital.'], remarks: ['t1'] };

/** What a run found: of each test whether it passed, and what else there was to say. */
const findings: fc.Arbitrary<StageFindings[]> = fc.tuple(
  ...(['functionality', 'style'] as const).map((id) =>
    fc.record({
      id: fc.constant(id),
      status: fc.constantFrom('completed' as const, 'completed' as const, 'skipped' as const),
      reason: fc.constantFrom(null, 'No files.'),
      evidence: fc.constant(id).chain((stage) =>
        fc.tuple(
          ...(stage === 'style' ? ['n1', 't1', 't2'] : ['v1', 'v2', 'm1', 'm2', 'm3', 'x']).map((name) =>
            fc
              .record({
                status: fc.constantFrom<Evidence['status'][]>(
                  'passed',
                  'passed',
                  'failed',
                  'error',
                  'timeout',
                ),
                message: fc.constantFrom(null, 'Got 3.', 'Look at the last one.'),
              })
              .map(({ status, message }) =>
                evidenceOf(name, { status, message: status === 'passed' ? null : message }),
              ),
          ),
        ),
      ),
    }),
  ),
);

const nextSteps = fc.constantFrom(undefined, 1, 2, 3);

/** A record as it is stored, with nothing of what was concluded. */
function stored(found: StageFindings[], partial: boolean, steps?: number): Marking {
  const { stages } = conclude(rubric, { findings: found, partial, history });
  const blind = stages.map((stage) => ({
    ...stage,
    score: 0,
    met: false,
    criteria: stage.criteria.map((criterion) => ({ ...criterion, score: 0, met: false })),
  }));
  return {
    project: 'p',
    partial,
    decision: null,
    doubts: [],
    stages: JSON.parse(JSON.stringify(blind)) as Marking['stages'],
    feedback: [],
    durationMs: {},
    untouchedStarter: false,
    dropped: [],
    madeWith: { rubric: rubricId(rubric), courseCommit: null, grader: 'node', history, nextSteps: steps },
  };
}

describe('a decision that is made again from stored evidence', () => {
  test('is the same, byte for byte', () => {
    fc.assert(
      fc.property(findings, fc.boolean(), nextSteps, (found, partial, steps) => {
        const first = conclude(rubric, { findings: found, partial, history, nextSteps: steps });
        expect(first.feedback.length).toBeLessThanOrEqual(steps ?? 3);
        const record = stored(found, partial, steps);
        expect(JSON.stringify(replay(record, rubric))).toBe(JSON.stringify(first));
      }),
    );
  });

  test('is another when one essential item is turned round', () => {
    const passed = (names: string[]) => names.map((name) => evidenceOf(name, { status: 'passed' }));
    const found: StageFindings[] = [
      {
        id: 'functionality',
        status: 'completed',
        reason: null,
        evidence: passed(['v1', 'v2', 'm1', 'm2', 'm3']),
      },
      { id: 'style', status: 'completed', reason: null, evidence: passed(['n1', 't1', 't2']) },
    ];
    const record = stored(found, false);
    expect(replay(record, rubric).decision).toBe('mastered');
    const [item] = record.stages[0]?.criteria[0]?.evidence ?? [];
    if (item !== undefined) item.status = 'failed';
    expect(replay(record, rubric).decision).toBe('not-yet');
  });
});

test('comes out the same in whichever order a stage has told what it found', () => {
  const item = evidenceOf('v1', { status: 'passed' });
  const turned: StageFindings = {
    flaky: ['v2'],
    images: ['sha256:1'],
    evidence: [item],
    reason: null,
    status: 'completed',
    id: 'functionality',
  };
  const first = conclude(rubric, { findings: [turned], partial: false, history });
  const record = { ...stored([turned], false), partial: false };
  expect(JSON.stringify(replay(record, rubric))).toBe(JSON.stringify(first));
});

describe('the name of a rubric', () => {
  test('is the same for the same content in another order', () => {
    const turned = Object.fromEntries(Object.entries(rubric).reverse()) as typeof rubric;
    expect(rubricId(turned)).toBe(rubricId(rubric));
    expect(rubricId(rubric)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is another for another threshold', () => {
    const [first, ...rest] = rubric.stages;
    if (first === undefined) throw new Error('no stage');
    expect(rubricId({ ...rubric, stages: [{ ...first, threshold: 0.85 }, ...rest] })).not.toBe(
      rubricId(rubric),
    );
  });
});
