import type { Project } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { LearnerHistory } from '../../../src/domain/history.ts';
import { NO_HISTORY } from '../../../src/domain/history.ts';
import type { Attempt, Evidence, Marking } from '../../../src/domain/results.ts';
import { conclude } from '../../../src/mastery/conclude.ts';
import { failed } from './greeting-card.ts';

const correctives = (text: string, link: string) => [
  { kind: 'read', text, link },
  {
    kind: 'pair',
    text: `Show it to somebody, and ask them what they would have to know to change it: ${text}`,
  },
];

/** A small project that is to work, and to be written well. */
export const tidyList: Pick<Project, 'slug' | 'rubric'> = {
  slug: 'tidy-list',
  rubric: Rubric.parse({
    title: 'A tidy list',
    summary: 'You will have written a list that others can go on with.',
    grader: 'node',
    review: { staff: 'in-doubt' },
    stages: [
      {
        id: 'functionality',
        threshold: 0.8,
        criteria: [
          {
            id: 'adds',
            title: 'Entries can be added',
            why: 'A list that takes nothing in is of no use to anybody.',
            skills: ['arrays'],
            essential: true,
            evidence: [
              { test: 'The brief > adds milk' },
              { test: 'Adding > keeps what was there', hint: 'What does the list hold after two entries?' },
            ],
            correctives: correctives(
              'Find out which functions of an array change it, and which give a new one.',
              'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Array',
            ),
          },
        ],
      },
      {
        id: 'style',
        threshold: 0.9,
        criteria: [
          {
            id: 'steps',
            title: 'Each function does one thing',
            why: 'Whoever has to change a function must understand all of it first.',
            skills: ['readability'],
            evidence: [
              {
                measure: 'function-lines',
                most: 20,
                hint: 'Which lines would you give a name of their own?',
              },
              { measure: 'nesting', most: 2 },
            ],
            correctives: correctives(
              'Find out what a guard clause is, and where a function could end early.',
              'https://eslint.org/docs/latest/rules/max-depth',
            ),
          },
          {
            id: 'bindings',
            title: 'Names are bound once, where that is enough',
            why: 'A name that always means the same is one thing less to keep in mind.',
            skills: ['readability'],
            evidence: [{ rule: 'eslint/no-var' }, { rule: 'eslint/prefer-const' }],
            correctives: correctives(
              'Find out where a name lives that is made with `var`, `let` or `const`.',
              'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Statements/const',
            ),
          },
        ],
      },
    ],
  }),
};

const PASSED: Evidence = {
  id: '',
  status: 'passed',
  message: null,
  expected: null,
  actual: null,
  file: null,
  line: null,
};

/** What was found of a submission: what is not named here has passed. */
export function markingOfTidyList(
  missed: Record<string, Partial<Evidence>>,
  {
    attempts = [],
    history = NO_HISTORY,
    ...rest
  }: Partial<Marking> & { attempts?: Attempt[]; history?: LearnerHistory } = {},
): Marking {
  const of = (ids: string[]): Evidence[] =>
    ids.map((id) => {
      const seen = missed[id];
      return seen === undefined ? { ...PASSED, id } : failed(id, seen);
    });
  const found = { status: 'completed' as const, reason: null };
  const findings = [
    {
      id: 'functionality' as const,
      ...found,
      evidence: of(['The brief > adds milk', 'Adding > keeps what was there']),
    },
    {
      id: 'style' as const,
      ...found,
      evidence: of(['function-lines', 'nesting', 'eslint/no-var', 'eslint/prefer-const']),
      ...(attempts.length === 0 ? {} : { attempts }),
    },
  ];
  return {
    project: tidyList.slug,
    partial: false,
    ...conclude(tidyList.rubric, { findings, partial: false, history }),
    durationMs: { total: 1200 },
    untouchedStarter: false,
    dropped: [],
    ...rest,
  };
}

const place = (file: string, line: number, message: string) => ({ file, line, message });
const noVar = 'Unexpected var, use let or const instead.';

/** Findings of a program that works and is hard to read. */
export const UGLY: Record<string, Partial<Evidence>> = {
  'function-lines': {
    message: '`add` has 48 lines',
    expected: 'at most 20',
    actual: '48',
    file: 'list.js',
    line: 3,
    places: [place('list.js', 3, '`add` has 48 lines')],
  },
  'eslint/no-var': {
    message: noVar,
    count: 7,
    file: 'list.js',
    line: 4,
    places: Array.from({ length: 7 }, (_, at) => place('list.js', 4 + 2 * at, noVar)),
  },
};

/** Findings of a program that does not do what it should. */
export const BROKEN: Record<string, Partial<Evidence>> = {
  'The brief > adds milk': {
    message: 'Expected values to be strictly deep-equal',
    expected: "[ 'milk' ]",
    actual: '[]',
    file: 'list.js',
    line: 12,
  },
};
