import { afterAll, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { Rubric, type FileMap, type Project } from '../../../src/domain/course.ts';
import type { StageResult } from '../../../src/domain/results.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';

const sandbox = createDockerSandbox({ gradersDir: new URL('../../../graders', import.meta.url).pathname });
const run = createFunctionalityStage(sandbox);
afterAll(() => sandbox.close());

const bytes = (files: Record<string, string>): FileMap =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const tests = (name: string, expression: string): FileMap =>
  bytes({
    'double.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
const { double } = await submission.load('index.js');
test('${name}', () => assert.deepEqual(${expression}));
`,
  });

const criterion = (id: string, test: string, more: object = {}) => ({
  id,
  title: id,
  why: 'It matters.',
  skills: ['numbers'],
  evidence: [{ test, hint: `Hint for ${test}.` }],
  correctives: [{ kind: 'read', text: 'Read on.' }],
  ...more,
});

function project(criteria: object[]): Project {
  const stages = [{ id: 'functionality', threshold: 0.7, criteria }];
  return {
    slug: 'double',
    dir: '/nowhere',
    rubric: Rubric.parse({ title: 'Double', summary: 'Doubled.', grader: 'node', stages }),
    brief: '',
    starter: new Map(),
    publicTests: tests('doubles two', 'double(2), 4'),
    hiddenTests: tests('doubles nothing', 'double(0), 0'),
    dependencies: new Map(),
  };
}

async function mark(
  of: Project,
  index: string,
  publicOnly = false,
): Promise<{ result: StageResult; progress: string[] }> {
  const [stage] = of.rubric.stages;
  if (stage === undefined) throw new Error('no stage');
  const progress: string[] = [];
  const result = await run({
    project: of,
    stage,
    submission: bytes({ 'package.json': '{ "type": "module" }', 'index.js': index }),
    publicOnly,
    signal: new AbortController().signal,
    onProgress: ({ done, total }) => progress.push(`${done}/${total ?? '?'}`),
  });
  return { result, progress };
}

const both = project([
  criterion('two', 'doubles two', { weight: 3 }),
  criterion('nothing', 'doubles nothing', { essential: true }),
]);

test('a right submission meets every criterion', async () => {
  const { result, progress } = await mark(both, 'export const double = (n) => n * 2;');
  expect(result).toMatchObject({
    id: 'functionality',
    status: 'completed',
    score: 1,
    met: true,
    threshold: 0.7,
  });
  expect(progress).toEqual(['1/2', '2/2']);
});

test('a score above the threshold does not make up for an essential criterion; a hidden test shows its hint', async () => {
  const { result } = await mark(both, 'export const double = (n) => n * 2 || 1;');
  expect(result).toMatchObject({ status: 'completed', score: 0.75, met: false });
  expect(result.criteria[1]).toMatchObject({
    met: false,
    evidence: [{ id: 'doubles nothing', message: 'Hint for doubles nothing.', expected: null, actual: null }],
  });
});

test('a public test shows what was expected and what came', async () => {
  const { result } = await mark(both, 'export const double = (n) => n * 3;');
  expect(result.criteria[0]?.evidence[0]).toMatchObject({ status: 'failed', expected: '4', actual: '6' });
});

test('a file that cannot be loaded fails each test with its own words and line', async () => {
  const { result } = await mark(both, 'export const double = (n) =>\n  n ** ;');
  for (const { evidence } of result.criteria) {
    expect(evidence).toMatchObject([
      { status: 'error', message: "SyntaxError: Unexpected token ';'", file: 'index.js', line: 2 },
    ]);
  }
});

test('of public tests alone, only their criteria appear', async () => {
  const { result, progress } = await mark(both, 'export const double = (n) => n * 2;', true);
  // The hidden test is not waited for.
  expect(progress).toEqual(['1/?']);
  expect(result.criteria.map(({ id }) => id)).toEqual(['two']);
  expect(result).toMatchObject({ status: 'completed', met: true });
});

test('public tests that no criterion names are skipped', async () => {
  const hidden = project([criterion('nothing', 'doubles nothing')]);
  const { result } = await mark(hidden, 'export const double = (n) => n * 2;', true);
  expect(result).toMatchObject({ status: 'skipped', criteria: [] });
});

test('a test that is not there breaks the stage and lowers no mark', async () => {
  const wrong = project([criterion('three', 'doubles three')]);
  const { result } = await mark(wrong, 'export const double = (n) => n * 2;');
  expect(result).toMatchObject({ status: 'broken', criteria: [] });
  expect(result.reason).toContain('"doubles three"');
});
