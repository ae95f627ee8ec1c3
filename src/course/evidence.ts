import type { Criterion } from '../domain/course/criterion.ts';
import { evidenceId, type AskedEvidence } from '../domain/course/evidence.ts';
import type { StageId } from '../domain/course/stage.ts';
import type { Remark } from './finding.ts';
import { repeated } from './repeated.ts';

/** What can show a criterion of each stage. */
const OF_STAGE: Record<StageId, readonly string[]> = {
  functionality: ['test', 'ownTests'],
  style: ['rule', 'measure'],
  review: ['question'],
};

const kindOf = (asked: AskedEvidence): string =>
  ['test', 'ownTests', 'rule', 'measure', 'question'].find((kind) => kind in asked) ?? '';

/** Whether a criterion asks for what its stage can find, and for each thing once. */
export function checkEvidence(stage: StageId, { evidence }: Criterion, path: PropertyKey[]): Remark[] {
  const at = (index: number): PropertyKey[] => [...path, 'evidence', index];
  const fitting = OF_STAGE[stage];
  return [
    ...evidence.flatMap((asked, index): Remark[] => [
      ...(fitting.includes(kindOf(asked))
        ? []
        : [
            {
              level: 'error',
              path: at(index),
              message: `the stage "${stage}" cannot find this`,
              found: kindOf(asked),
              expected: fitting.join(' or '),
            } as const,
          ]),
      ...checkVariant(asked, at(index)),
    ]),
    ...repeated(
      evidence.flatMap((asked, index) =>
        'test' in asked ? [{ name: asked.test, path: [...at(index), 'test'] }] : [],
      ),
      'test',
    ),
    ...repeated(
      evidence.flatMap((asked, index) =>
        'ownTests' in asked ? [{ name: evidenceId(asked), path: at(index) }] : [],
      ),
      'evidence',
    ),
  ];
}

function checkVariant(asked: AskedEvidence, path: PropertyKey[]): Remark[] {
  if (!('ownTests' in asked)) return [];
  const { ownTests, variant } = asked;
  if (ownTests === 'catch' && variant === undefined)
    return [
      {
        level: 'error',
        path,
        message: 'it does not say which broken variant the learner’s tests have to catch',
        expected: 'variant: a folder of variants/',
      },
    ];
  if (ownTests === 'pass' && variant !== undefined)
    return [
      {
        level: 'error',
        path: [...path, 'variant'],
        message: 'the learner’s tests pass on the solutions, which are no variants',
        found: variant,
        expected: 'ownTests: catch, or no variant',
      },
    ];
  return [];
}
