import { afterAll, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { assessStage } from '../../../src/domain/scoring.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { StageResult } from '../../../src/domain/results.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';

const sandbox = createDockerSandbox({ gradersDir: new URL('../../../graders', import.meta.url).pathname });
afterAll(() => sandbox.close());

const bytes = (files: Record<string, string>): FileMap =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const testFile = (name: string, call: string): FileMap =>
  bytes({
    'double.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
const { double } = await submission.load('index.js');
test('${name}', () => assert.equal(${call}));
`,
  });

const criterion = (id: string, name: string) => ({
  id,
  title: id,
  why: 'It matters.',
  skills: ['numbers'],
  evidence: [{ test: name, hint: 'A hint.' }],
  correctives: [{ kind: 'read', text: 'Read on.' }],
});

const project: Project = {
  slug: 'double',
  dir: '/nowhere',
  rubric: Rubric.parse({
    title: 'Double',
    summary: 'Doubled.',
    grader: 'node',
    stages: [
      {
        id: 'functionality',
        threshold: 0.9,
        criteria: [criterion('two', 'doubles two'), criterion('three', 'doubles three')],
      },
    ],
  }),
  brief: '',
  starter: new Map(),
  publicTests: testFile('doubles two', 'double(2), 4'),
  hiddenTests: testFile('doubles three', 'double(3), 6'),
  forms: new Map(),
  dependencies: new Map(),
};

/** What is right in the turns that it is told, and doubles three wrongly in all others: a program that wavers, as often as wanted. */
const rightIn = (turns: number[]): FileMap =>
  bytes({
    'package.json': '{ "type": "module" }',
    'index.js': `import { readFileSync } from 'node:fs';
const turn = Number(readFileSync(new URL('turn', import.meta.url)));
export const double = (n) => n * 2 + (n === 3 && ![${turns.join()}].includes(turn) ? 1 : 0);
`,
  });
const always = rightIn([0, 1, 2, 3, 4]);

/** Marks with the real sandbox, in which every run has the number of its turn in a file. */
async function mark(submission: FileMap, solution: FileMap | null, publicOnly = false) {
  const seeds: (number | undefined)[] = [];
  const counting: Sandbox = {
    ...sandbox,
    run: (request) => {
      const turn = new TextEncoder().encode(String(seeds.push(request.seed) - 1));
      return sandbox.run({ ...request, submission: new Map([...request.submission, ['turn', turn]]) });
    },
  };
  const [stage] = project.rubric.stages;
  if (stage === undefined) throw new Error('no stage');
  const findings = await createFunctionalityStage(counting, {
    solutionOf: () => Promise.resolve(solution),
  })({
    project,
    stage,
    submission,
    publicOnly,
    form: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return { result: assessStage(stage, findings), seeds };
}

const statuses = ({ criteria }: StageResult) =>
  criteria.flatMap(({ evidence }) => evidence.map(({ status }) => status));

test('what is met is not run again', async () => {
  const { result, seeds } = await mark(rightIn([0]), always);
  expect(result.met).toBe(true);
  expect(seeds).toHaveLength(1);
});

test('a miss is confirmed by one more run with the same seed', async () => {
  const { result, seeds } = await mark(rightIn([]), always);
  expect(statuses(result)).toEqual(['passed', 'failed']);
  expect(result.criteria[1]?.evidence[0]?.message).toBe('A hint.');
  expect(result.flaky).toBeUndefined();
  expect(seeds).toHaveLength(2);
  expect(new Set(seeds).size).toBe(1);
});

test('practice is not confirmed: it decides nothing', async () => {
  expect((await mark(rightIn([]), always, true)).seeds).toHaveLength(1);
});

test('what passes in one of two runs is a miss that says so, where the solution always passes', async () => {
  const { result, seeds } = await mark(rightIn([1]), always);
  expect(result.met).toBe(false);
  expect(result.criteria[1]?.evidence[0]).toMatchObject({ status: 'failed', expected: null, actual: null });
  expect(result.criteria[1]?.evidence[0]?.message).toContain('passed only once');
  expect(seeds).toHaveLength(5);
  expect(new Set(seeds).size).toBe(1);
});

test('a test that the solution does not always pass is not held against the learner, and the author is told which', async () => {
  const { result } = await mark(rightIn([1]), rightIn([2, 4]));
  expect(statuses(result)).toEqual(['passed', 'passed']);
  expect(result.met).toBe(true);
  expect(result.flaky).toEqual(['doubles three']);
});

test('nor is one that nobody can tell of', async () => {
  const { result, seeds } = await mark(rightIn([1]), null);
  expect(result.met).toBe(true);
  expect(result.flaky).toEqual(['doubles three']);
  expect(seeds).toHaveLength(2);
});
