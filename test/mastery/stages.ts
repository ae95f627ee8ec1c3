import { Rubric } from '../../src/domain/course/rubric.ts';
import type { StageId } from '../../src/domain/course/stage.ts';
import type { CriterionResult, Evidence, StageResult } from '../../src/domain/results.ts';

interface Asked {
  essential?: boolean;
  weight?: number;
  hint?: string;
  tests?: string[];
}

/** A rubric of stages, each with criteria named by their ids; a criterion's tests are named after it. */
export function rubricOf(stages: Partial<Record<StageId, Record<string, Asked>>>): { rubric: Rubric } {
  const rubric = {
    title: 'A project',
    summary: 'You will have written something.',
    grader: 'node',
    stages: Object.entries(stages).map(([id, criteria]) => ({
      id,
      threshold: 0.8,
      criteria: Object.entries(criteria).map(
        ([name, { essential, weight, hint, tests = [`${name} works`] }]) => ({
          id: name,
          title: `The ${name}`,
          why: `Because of the ${name}.`,
          skills: ['something'],
          ...(essential === undefined ? {} : { essential }),
          ...(weight === undefined ? {} : { weight }),
          evidence: tests.map((test) => (hint === undefined ? { test } : { test, hint })),
          correctives: [
            { kind: 'read', text: `Find out about the ${name}.`, link: `https://example.org/${name}` },
            { kind: 'pair', text: `Ask somebody about the ${name}.` },
          ],
        }),
      ),
    })),
  };
  return { rubric: Rubric.parse(rubric) };
}

export function evidenceOf(id: string, seen: Partial<Evidence> = {}): Evidence {
  return {
    id,
    status: 'failed',
    message: null,
    expected: null,
    actual: null,
    file: null,
    line: null,
    ...seen,
  };
}

export function criterionResult(id: string, met: boolean, evidence?: Evidence[]): CriterionResult {
  const shown = evidence ?? [evidenceOf(`${id} works`, met ? { status: 'passed' } : {})];
  return { id, title: `The ${id}`, met, essential: false, score: met ? 1 : 0, evidence: shown };
}

export function stageResult(id: StageId, { met = true, ...rest }: Partial<StageResult> = {}): StageResult {
  return {
    id,
    status: 'completed',
    reason: null,
    score: met ? 1 : 0,
    threshold: 0.8,
    met,
    criteria: [],
    ...rest,
  };
}
