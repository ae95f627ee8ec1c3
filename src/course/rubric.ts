import type { Rubric } from '../domain/course/rubric.ts';
import { evidenceId } from '../domain/course/evidence.ts';
import type { RubricStage, StageId } from '../domain/course/stage.ts';
import { checkCorrectives } from './correctives.ts';
import { checkEvidence } from './evidence.ts';
import type { Remark } from './finding.ts';
import { checkGenerated } from './generated.ts';
import { checkOrder } from './order.ts';
import { repeated } from './repeated.ts';

/** What exists outside the rubric that it may name. */
export interface Available {
  stages: readonly StageId[];
  /** Null where they cannot be known; then any is taken. */
  graders: readonly string[] | null;
}

/** Below this the author is warned: a mastery level is usually 0.8 to 0.9 (docs/authors-guide.md). */
const USUAL_THRESHOLD = 0.8;

/** What the schema cannot say of a rubric: names used twice, and things named that are not there. */
export function checkRubric(rubric: Rubric, { stages, graders }: Available): Remark[] {
  const criteria = rubric.stages.flatMap((stage, index) =>
    stage.criteria.map((criterion, place) => ({ criterion, path: ['stages', index, 'criteria', place] })),
  );
  return [
    ...checkGrader(rubric, graders),
    ...checkReview(rubric),
    ...checkPeers(rubric),
    ...rubric.stages.flatMap((stage, index): Remark[] => [
      ...unavailable(stage.id, ['stages', index, 'id'], stages),
      ...unusualThreshold(stage.threshold, ['stages', index, 'threshold']),
    ]),
    ...repeated(
      rubric.stages.map(({ id }, index) => ({ name: id, path: ['stages', index, 'id'] })),
      'stage',
    ),
    ...repeated(
      criteria.map(({ criterion, path }) => ({ name: criterion.id, path: [...path, 'id'] })),
      'criterion',
    ),
    ...checkCorrectives(criteria),
    ...rubric.stages.flatMap((stage, index) =>
      stage.criteria.flatMap((criterion, place) =>
        checkEvidence(stage.id, criterion, ['stages', index, 'criteria', place]),
      ),
    ),
    ...rubric.stages.flatMap(askedTwice),
    ...checkOrder(rubric),
    ...checkGenerated(rubric),
    ...criteria.flatMap(({ criterion, path }) =>
      repeated(
        criterion.skills.map((name, at) => ({ name, path: [...path, 'skills', at] })),
        'skill',
      ),
    ),
  ];
}

/** A rule has one set of options, and one most, for the whole stage; a test may serve two criteria. */
function askedTwice({ id, criteria }: RubricStage, stage: number): Remark[] {
  if (id !== 'style') return [];
  return repeated(
    criteria.flatMap(({ evidence }, criterion) =>
      evidence.map((asked, at) => ({
        name: evidenceId(asked),
        path: ['stages', stage, 'criteria', criterion, 'evidence', at],
      })),
    ),
    'rule',
  );
}

function checkGrader({ grader, stages }: Rubric, graders: readonly string[] | null): Remark[] {
  const runsTests = stages.some(({ id }) => id === 'functionality');
  if (grader === undefined)
    return runsTests
      ? [
          {
            level: 'error',
            path: [],
            message: '"grader" is missing: the stage "functionality" runs tests',
            expected: graders === null ? 'a folder of graders/' : `one of ${graders.join(', ')}`,
          },
        ]
      : [];
  if (graders === null || graders.includes(grader)) return [];
  return [
    {
      level: 'error',
      path: ['grader'],
      message: 'there is no such grader',
      found: `"${grader}"`,
      expected:
        graders.length === 0 ? 'a folder of graders/, which has none' : `one of ${graders.join(', ')}`,
    },
  ];
}

/** Criteria that a person looks at are not decided by anybody else. */
function checkReview({ review, stages }: Rubric): Remark[] {
  const at = stages.findIndex(({ id }) => id === 'review');
  if (at === -1 || review.staff === 'always') return [];
  return [
    {
      level: 'error',
      path: ['stages', at, 'id'],
      message: 'the stage "review" has criteria for a person, and no person is asked',
      found: `staff: ${review.staff}`,
      expected: 'review: { staff: always }',
    },
  ];
}

/** What peers say is advice to staff: where no staff look, nobody would hear it. */
function checkPeers({ review: { staff, peers = 0 }, stages }: Rubric): Remark[] {
  if (peers === 0) return [];
  if (staff === 'never')
    return [
      {
        level: 'error',
        path: ['review', 'peers'],
        message: 'peers are asked for advice, and there is no person to whom they could give it',
        found: 'staff: never',
        expected: 'review: { staff: always }',
      },
    ];
  if (stages.some(({ id }) => id === 'review')) return [];
  return [
    {
      level: 'warning',
      path: ['review', 'peers'],
      message: 'peers are asked to look at this, and nothing tells them at what',
      expected: 'a stage "review", whose questions are their guide',
    },
  ];
}

function unavailable(id: StageId, path: PropertyKey[], stages: readonly StageId[]): Remark[] {
  if (stages.includes(id)) return [];
  return [
    {
      level: 'error',
      path,
      message: `the stage "${id}" is not available yet`,
      found: `"${id}"`,
      expected: stages.join(', '),
    },
  ];
}

function unusualThreshold(threshold: number, path: PropertyKey[]): Remark[] {
  if (threshold === 1)
    return [
      {
        level: 'warning',
        path,
        message: 'this threshold asks for everything, so nothing can be told from what matters most',
        found: '1',
        expected: '0.8 to 0.9, and "essential" for what nobody may miss',
      },
    ];
  if (threshold >= USUAL_THRESHOLD) return [];
  return [
    {
      level: 'warning',
      path,
      message: 'this threshold is low: what is not asked for here will be missing later',
      found: String(threshold),
      expected: '0.8 to 0.9',
    },
  ];
}
