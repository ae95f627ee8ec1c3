import { expect, test } from 'vitest';
import { judgeInputs } from '../../../../src/course/check/inputs/judge-inputs.ts';
import type { Tried } from '../../../../src/course/check/trial.ts';
import type { Evidence, Marking } from '../../../../src/domain/results.ts';
import { criterionResult, evidenceOf, rubricOf, stageResult } from '../../../mastery/stages.ts';

/** What is said of a project whose one hidden test has `half(4711)` and the text `ice rink` in it. */
function judged(
  asked: { test?: string; hint?: string; showsInputs?: boolean; title?: string },
  seen: Partial<Evidence> = {},
): unknown[] {
  const { test: name = 'halves a number', title, ...more } = asked;
  const { rubric } = rubricOf({ functionality: { halves: { tests: [name] } } });
  const [criterion] = rubric.stages[0]!.criteria;
  Object.assign(criterion!.evidence[0]!, more);
  if (title !== undefined) criterion!.title = title;
  const evidence = [evidenceOf(name, seen)];
  const marking = {
    stages: [
      stageResult('functionality', { met: false, criteria: [criterionResult('halves', false, evidence)] }),
    ],
  } as unknown as Marking;
  const source = `test('${name}', () => is(half(4711), at('ice rink')));`;
  const project = {
    rubric,
    brief: '',
    starter: new Map<string, Uint8Array>(),
    publicTests: new Map<string, Uint8Array>(),
    hiddenTests: new Map([['a.test.js', new TextEncoder().encode(source)]]),
    forms: new Map<string, Map<string, Uint8Array>>(),
  };
  const tried: Pick<Tried, 'marking' | 'hidden'>[] = [{ marking, hidden: [name] }];
  return judgeInputs(project, tried).map(({ path, message, found }) => [
    path.slice(4).join('.'),
    message,
    found,
  ]);
}

test('words that keep inputs to themselves are nothing to mend', () => {
  expect(judged({ hint: 'What is half of seven?' }, { message: 'What is half of seven?' })).toEqual([]);
});

test.each<[what: string, asked: Parameters<typeof judged>[0], place: string, found: string]>([
  ['a name', { test: 'halves 4711' }, 'evidence.0.test', '"4711"'],
  ['a hint', { hint: 'Is the ice rink open?' }, 'evidence.0.hint', '"ice rink"'],
  ['the title of the criterion', { title: 'Half of 4711 is right' }, 'title', '"4711"'],
])('%s with an input in it is, unless the author says that it is shown', (_what, asked, place, found) => {
  expect(judged(asked)).toEqual([
    [
      place,
      expect.stringContaining('has an input of a hidden test in it, so it could be learnt by heart'),
      found,
    ],
  ]);
  expect(judged({ ...asked, showsInputs: true })).toEqual([]);
});

test.each<[what: string, seen: Partial<Evidence>]>([
  ['message', { message: 'cannot halve 4711' }],
  ['expected value', { expected: '4711' }],
  ['actual value', { actual: '4711' }],
])('a %s that a trial was shown with an input in it is said with the test', (_what, seen) => {
  expect(judged({}, seen)).toEqual([
    ['evidence.0.test', expect.stringContaining('what is shown of this hidden test'), '"4711"'],
  ]);
});
