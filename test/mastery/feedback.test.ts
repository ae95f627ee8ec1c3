import { describe, expect, it } from 'vitest';
import { Rubric } from '../../src/domain/course/rubric.ts';
import { ownTestsWords } from '../../src/domain/own-tests-words.ts';
import { WAVERS } from '../../src/domain/wavering.ts';
import type { CriterionResult, Evidence } from '../../src/domain/results.ts';
import { chooseFeedback } from '../../src/mastery/feedback.ts';
import { criterionResult, evidenceOf, rubricOf, stageResult } from './stages.ts';

const criterionWith = (id: string, evidence: object[]) => ({
  id,
  title: id,
  why: 'It matters.',
  skills: ['testing'],
  evidence,
  correctives: [{ kind: 'read', text: `Read on about ${id}.` }],
});

const unmetStage = (criteria: CriterionResult[]) => [stageResult('functionality', { met: false, criteria })];

const missing = (...names: string[]) => names.map((name) => criterionResult(name, false));

/** The feedback on a criterion of one test, which ended like this. */
function feedbackOn(seen: Partial<Evidence>, asked: { hint?: string } = {}) {
  const project = rubricOf({ functionality: { loop: asked } });
  const evidence = [evidenceOf('loop works', seen)];
  const [feedback] = chooseFeedback(project, unmetStage([criterionResult('loop', false, evidence)]));
  return feedback;
}

it('says of a test that passes only sometimes what that means', () => {
  expect(feedbackOn({ message: WAVERS })?.what).toMatch(
    /^The test “loop works” passes only sometimes\. It was run twice/,
  );
});

describe('what tests of the learner’s own do', () => {
  const project = {
    rubric: Rubric.parse({
      title: 'Fees',
      summary: 'Fees.',
      grader: 'node',
      stages: [
        {
          id: 'functionality',
          threshold: 0.8,
          criteria: [
            criterionWith('right', [{ ownTests: 'pass', hint: 'What is left open?' }]),
            criterionWith('edges', [
              { ownTests: 'catch', variant: 'no-highest-fee', hint: 'What does a day cost?' },
              { ownTests: 'catch', variant: 'free-minutes-cost', hint: 'What do 15 minutes cost?' },
            ]),
          ],
        },
      ],
    }),
  };
  const own = (id: string, message: string | null) => evidenceOf(`own tests ${id}`, { message });
  const feedbackOf = (right: Evidence[], edges: Evidence[]) =>
    chooseFeedback(
      project,
      unmetStage([
        criterionResult('right', right.length === 0, right),
        criterionResult('edges', false, edges),
      ]),
    );

  it('is said without the name of a variant', () => {
    const [edges] = feedbackOf(
      [],
      [
        own('catch no-highest-fee', 'What does a day cost?'),
        own('catch free-minutes-cost', 'What do 15 minutes cost?'),
      ],
    );
    expect(edges?.what).toBe(
      'A version of this project that does not do what the brief says gets through your own tests. A hint: What does a day cost? One more is not shown yet.',
    );
  });

  it('is no step while they do not pass on right answers: then that is', () => {
    const feedback = feedbackOf(
      [own('pass', 'What is left open?')],
      [own('catch no-highest-fee', ownTestsWords.waits), own('catch free-minutes-cost', ownTestsWords.waits)],
    );
    expect(feedback.map(({ criterion }) => criterion)).toEqual(['right']);
    expect(feedback[0]?.what).toContain('your own tests do not all pass. A hint: What is left open?');
  });
});

describe('which criteria are named', () => {
  it('essential ones first, then the heaviest, then in the order of the rubric', () => {
    const project = rubricOf({
      functionality: {
        plain: {},
        heavy: { weight: 3 },
        'also-plain': {},
        vital: { essential: true },
        'vital-and-heavy': { essential: true, weight: 2 },
      },
    });
    const results = missing('plain', 'heavy', 'also-plain', 'vital', 'vital-and-heavy');
    const order = chooseFeedback(project, unmetStage(results), { limit: 5 }).map(
      ({ criterion }) => criterion,
    );
    expect(order).toEqual(['vital-and-heavy', 'vital', 'heavy', 'plain', 'also-plain']);
  });

  it('three at most', () => {
    const project = rubricOf({ functionality: { a: {}, b: {}, c: {}, d: {} } });
    expect(chooseFeedback(project, unmetStage(missing('a', 'b', 'c', 'd')))).toHaveLength(3);
  });

  it('none that is met', () => {
    const project = rubricOf({ functionality: { a: {}, b: {} } });
    const results = [criterionResult('a', true), criterionResult('b', false)];
    expect(chooseFeedback(project, unmetStage(results)).map(({ criterion }) => criterion)).toEqual(['b']);
  });

  it('none of a stage that broke or was skipped', () => {
    const project = rubricOf({ functionality: { a: {} } });
    const broken = stageResult('functionality', { status: 'broken', met: false, criteria: missing('a') });
    expect(chooseFeedback(project, [broken])).toEqual([]);
  });

  it('nothing of style while it does not work', () => {
    const project = rubricOf({ functionality: { works: {} }, style: { neat: { essential: true } } });
    const stages = [
      stageResult('functionality', { met: false, criteria: missing('works') }),
      stageResult('style', { met: false, criteria: missing('neat') }),
    ];
    expect(chooseFeedback(project, stages).map(({ criterion }) => criterion)).toEqual(['works']);
  });

  it('style first once it works, and then what is open of the functionality', () => {
    const project = rubricOf({ functionality: { extra: {} }, style: { neat: {} } });
    const stages = [
      stageResult('functionality', { met: true, criteria: missing('extra') }),
      stageResult('style', { met: false, criteria: missing('neat') }),
    ];
    expect(chooseFeedback(project, stages).map(({ criterion }) => criterion)).toEqual(['neat', 'extra']);
  });
});

describe('what is said of one', () => {
  it('brings the reason and the first corrective of the author', () => {
    expect(feedbackOn({})).toEqual({
      criterion: 'loop',
      kind: 'actionable',
      title: 'The loop',
      what: 'The test “loop works” does not pass yet.',
      why: 'Because of the loop.',
      next: 'Find out about the loop.',
      read: 'https://example.org/loop',
      corrective: { number: 1, kind: 'read' },
      callsStaff: false,
    });
  });

  it.each<[string, Partial<Evidence>, string]>([
    [
      'expected and actual of a public test',
      {
        expected: '6',
        actual: '5',
        message: 'Expected values to be strictly equal',
        file: 'index.js',
        line: 3,
      },
      'A test expected `6` and got `5`: “loop works”. See `index.js`, line 3.',
    ],
    [
      'values with line ends and backticks',
      { expected: 'a\nb', actual: '``c`' },
      'A test expected `a\\nb` and got ``` ``c` ```: “loop works”.',
    ],
    ['an empty value', { expected: 'a', actual: '' }, 'A test expected `a` and got (empty): “loop works”.'],
    ['only what was expected', { expected: '6' }, 'A test expected `6`: “loop works”.'],
    ['only what came', { actual: '5' }, 'A test got `5`: “loop works”.'],
    [
      'what was thrown, as code',
      { status: 'error', message: 'TypeError: @x is not a function', file: 'a b.js' },
      'The test “loop works” stopped: `TypeError: @x is not a function`. See `a b.js`.',
    ],
    [
      'what was thrown, which ends with a mark of its own',
      { status: 'error', message: 'This test used more than 64 MB of memory: is there a list that grows?' },
      'The test “loop works” stopped: `This test used more than 64 MB of memory: is there a list that grows?`',
    ],
    [
      'a limit that was hit, in its own words',
      {
        status: 'timeout',
        message: 'This test used more than 2 seconds: is there a loop that does not end?',
      },
      'The test “loop works” did not come to its end. This test used more than 2 seconds: is there a loop that does not end?',
    ],
    [
      'a value with hidden characters',
      { expected: 'ab', actual: 'a\u200bb\u001b[31m' },
      'A test expected `ab` and got `a\\u200bb\\u001b[31m`: “loop works”.',
    ],
  ])('%s', (_, seen, what) => {
    expect(feedbackOn(seen)?.what).toBe(what);
  });

  it('a hint, as the author wrote it', () => {
    expect(feedbackOn({ message: 'Try `[]`.' }, { hint: 'Try `[]`.' })?.what).toBe(
      'The test “loop works” does not pass yet. A hint: Try `[]`.',
    );
  });

  it('a message that is no hint is foreign, and quoted', () => {
    expect(feedbackOn({ message: 'Try @this' }, { hint: 'Try that.' })?.what).toBe(
      'The test “loop works” stopped: `Try @this`.',
    );
  });

  it('a test that the rubric does not name is foreign, and quoted', () => {
    const project = rubricOf({ functionality: { loop: {} } });
    const result = criterionResult('loop', false, [evidenceOf('@octocat')]);
    expect(chooseFeedback(project, unmetStage([result]))[0]?.what).toBe(
      'The test “`@octocat`” does not pass yet.',
    );
  });

  it('a long value in part', () => {
    const what = feedbackOn({ actual: 'x'.repeat(5000) })?.what ?? '';
    expect(what.length).toBeLessThan(250);
    expect(what).toMatch(/x…`: “loop works”\.$/);
  });

  it.each([
    [2, 'One more test of this criterion does not pass yet.'],
    [4, '3 more tests of this criterion do not pass yet.'],
  ])('how many of %i tests there are besides', (count, words) => {
    const tests = Array.from({ length: count }, (_, index) => `test ${index}`);
    const project = rubricOf({ functionality: { loop: { tests } } });
    const evidence = tests.map((test, index) => evidenceOf(test, { actual: String(index) }));
    const [feedback] = chooseFeedback(project, unmetStage([criterionResult('loop', false, evidence)]));
    expect(feedback?.what).toBe(`A test got \`0\`: “test 0”. ${words}`);
  });

  it('that nothing was shown, where no test ran', () => {
    const project = rubricOf({ functionality: { loop: {} } });
    const [feedback] = chooseFeedback(project, unmetStage([criterionResult('loop', false, [])]));
    expect(feedback?.what).toBe('No test has shown this yet.');
  });
});

describe('what stops several criteria at once', () => {
  const project = rubricOf({ functionality: { a: {}, b: { essential: true }, c: {}, d: {} } });
  const stopped = (name: string, seen: Partial<Evidence>) =>
    criterionResult(name, false, [evidenceOf(`${name} works`, seen)]);
  const syntax = {
    status: 'error',
    message: 'SyntaxError: Unexpected token',
    file: 'index.js',
    line: 7,
  } as const;

  it('is said once, in place of the most important of them', () => {
    const results = ['a', 'b', 'c'].map((name) => stopped(name, syntax));
    const feedback = chooseFeedback(project, unmetStage([...results, stopped('d', { actual: '5' })]));
    expect(feedback.map(({ criterion, title }) => [criterion, title])).toEqual([
      ['b', 'Find what stops the tests'],
      ['d', 'The d'],
    ]);
    expect(feedback[0]?.what).toBe(
      'The tests of 3 criteria stop at the same place: `SyntaxError: Unexpected token`. See `index.js`, line 7.',
    );
    expect(feedback[0]?.next).toContain('Then look at `index.js`, line 7,');
  });

  it('is not seen in limits that were hit: two loops can run on for two reasons', () => {
    const results = ['a', 'b'].map((name) => stopped(name, { status: 'timeout', message: 'more than 2 s' }));
    expect(chooseFeedback(project, unmetStage(results)).map(({ title }) => title)).toEqual([
      'The b',
      'The a',
    ]);
  });

  it('is not seen in two different messages', () => {
    const results = [stopped('a', syntax), stopped('b', { ...syntax, line: 8 })];
    expect(chooseFeedback(project, unmetStage(results)).map(({ title }) => title)).toEqual([
      'The b',
      'The a',
    ]);
  });

  it('is not said of a single criterion', () => {
    expect(chooseFeedback(project, unmetStage([stopped('a', syntax)]))[0]?.title).toBe('The a');
  });
});
