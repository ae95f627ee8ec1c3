import type { Criterion } from '../../domain/course/criterion.ts';
import { hintOf } from '../../domain/course/evidence.ts';
import type { Rubric } from '../../domain/course/rubric.ts';
import type { Remark } from '../finding.ts';
import { plainTextSlips, titleSlips } from './plain-text.ts';
import { wordingSlips } from './wording.ts';

interface Text {
  text: string;
  path: PropertyKey[];
}

/** A warning for each phrase of a rubric that a learner would read and that does not help. */
export function checkWording(rubric: Rubric): Remark[] {
  return textsOf(rubric).flatMap(({ text, path }) =>
    [
      ...wordingSlips(text),
      ...plainTextSlips(text),
      ...(path.at(-1) === 'title' ? titleSlips(text) : []),
    ].map(({ found, because, expected }): Remark => ({
      level: 'warning',
      path,
      message: `this wording does not help: ${because}`,
      found: `"${found}"`,
      expected,
    })),
  );
}

function textsOf({ title, summary, stages }: Rubric): Text[] {
  return [
    { text: title, path: ['title'] },
    { text: summary, path: ['summary'] },
    ...stages.flatMap(({ criteria }, stage) =>
      criteria.flatMap((criterion, at) => textsOfCriterion(criterion, ['stages', stage, 'criteria', at])),
    ),
  ];
}

function textsOfCriterion({ title, why, evidence, correctives }: Criterion, path: PropertyKey[]): Text[] {
  return [
    { text: title, path: [...path, 'title'] },
    { text: why, path: [...path, 'why'] },
    ...evidence.flatMap((asked, at) => [
      ...('test' in asked ? [{ text: asked.test, path: [...path, 'evidence', at, 'test'] }] : []),
      ...('question' in asked ? [{ text: asked.question, path: [...path, 'evidence', at, 'question'] }] : []),
      { text: hintOf(asked) ?? '', path: [...path, 'evidence', at, 'hint'] },
    ]),
    ...correctives.map(({ text }, at) => ({ text, path: [...path, 'correctives', at, 'text'] })),
  ];
}
