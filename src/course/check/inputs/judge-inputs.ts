import type { Criterion } from '../../../domain/course/criterion.ts';
import { testsIn, type TestEvidence } from '../../../domain/course/evidence.ts';
import type { Project } from '../../../domain/course/project.ts';
import { cut } from '../../../domain/visible-text.ts';
import type { Remark } from '../../finding.ts';
import { criteriaOf } from '../criteria.ts';
import type { Tried } from '../trial.ts';
import { builtFrom } from './built-names.ts';
import { hiddenInputs, type HiddenInputs } from './hidden-inputs.ts';
import { SEPARATOR } from './names.ts';
import { numbersInARow, shownInputs } from './shown-inputs.ts';

/** Characters of an input that are said again. */
const MOST = 80;

/**
 * What learners read of hidden tests, and has one of their inputs in it: then the test could be learnt by heart. `showsInputs` says that
 * it is meant so. Names and hints are the rubric's; what else was shown of a test is what the trials brought.
 */
export function judgeInputs(
  project: Parameters<typeof hiddenInputs>[0] & Pick<Project, 'rubric'>,
  tried: readonly Pick<Tried, 'marking' | 'hidden'>[],
): Remark[] {
  const ran = new Set(tried.flatMap(({ hidden }) => hidden));
  const all = hiddenInputs(project);
  const inputs = withoutNames(all, ran);
  return criteriaOf(project.rubric).flatMap(({ criterion, path }) => [
    ...judgeWords(criterion, path, inputs),
    ...criterion.evidence.flatMap((asked, at) =>
      'test' in asked && asked.showsInputs !== true
        ? judgeTest(asked, [...path, 'evidence', at], {
            inputs,
            built: ran.has(asked.test) ? builtFrom(asked.test, all) : [],
            shown: ran.has(asked.test) ? tried.flatMap((one) => shownOf(one, asked.test)) : [],
          })
        : [],
    ),
  ]);
}

/** What a name has in common with the file that it stands in says nothing. */
function withoutNames(inputs: HiddenInputs, names: ReadonlySet<string>): HiddenInputs {
  const parts = new Set([...names].flatMap((name) => name.split(SEPARATOR)));
  return { ...inputs, strings: new Set([...inputs.strings].filter((text) => !parts.has(text))) };
}

interface Seen {
  inputs: HiddenInputs;
  /** What its name was put together from, where it is a hidden test. */
  built: readonly string[];
  /** What was shown of it besides its name. */
  shown: readonly string[];
}

function judgeTest(
  { test, hint = '' }: TestEvidence,
  path: PropertyKey[],
  { inputs, built, shown }: Seen,
): Remark[] {
  const inputsIn = (text: string): string[] => [...shownInputs(text, inputs), ...numbersInARow(text, inputs)];
  const others = shown.filter((text) => text !== hint);
  return [
    ...remarkOn(
      'the name of this test has an input of a hidden test in it',
      [...path, 'test'],
      [...built, ...inputsIn(test)],
    ),
    ...remarkOn('this hint has an input of a hidden test in it', [...path, 'hint'], inputsIn(hint)),
    ...remarkOn(
      'what is shown of this hidden test has an input of it in it',
      [...path, 'test'],
      others.flatMap(inputsIn),
    ),
  ];
}

function judgeWords(criterion: Criterion, path: PropertyKey[], inputs: HiddenInputs): Remark[] {
  const tests = testsIn(criterion.evidence);
  if (tests.length === 0 || tests.some(({ showsInputs }) => showsInputs === true)) return [];
  const texts: [words: string, path: PropertyKey[]][] = [
    [criterion.title, [...path, 'title']],
    [criterion.why, [...path, 'why']],
    ...criterion.correctives.map(({ text }, at): [string, PropertyKey[]] => [
      text,
      [...path, 'correctives', at, 'text'],
    ]),
  ];
  return texts.flatMap(([words, at]) =>
    remarkOn(
      'learners read this, and it has an input of a hidden test in it',
      at,
      shownInputs(words, inputs),
    ),
  );
}

/** What a learner was shown of a test besides its name. */
function shownOf({ marking }: Pick<Tried, 'marking'>, test: string): string[] {
  const evidence = marking.stages.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => criterion.evidence),
  );
  return evidence
    .filter(({ id }) => id === test)
    .flatMap(({ message, expected, actual }) => [message, expected, actual])
    .filter((text) => text !== null);
}

function remarkOn(message: string, path: PropertyKey[], inputs: readonly string[]): Remark[] {
  const once = [...new Set(inputs)];
  if (once.length === 0) return [];
  return [
    {
      level: 'warning',
      path,
      message: `${message}, so it could be learnt by heart`,
      found: once.map((input) => cut(JSON.stringify(input), MOST)).join(', '),
      expected: 'what is asked for in other words, or showsInputs: true',
    },
  ];
}
