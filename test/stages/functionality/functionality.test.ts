import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { assessStage } from '../../../src/domain/scoring.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { StageResult } from '../../../src/domain/results.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';

const sandbox = createDockerSandbox({ gradersDir: new URL('../../../graders', import.meta.url).pathname });
const analyses: string[] = [];
const troubles: string[] = [];
/** The real sandbox, which tells of the analyses that were asked for. */
const watched: Sandbox = {
  ...sandbox,
  analyse: (request) => {
    analyses.push(request.analysis.name);
    return sandbox.analyse(request);
  },
};
const stage = createFunctionalityStage(watched);
beforeEach(() => {
  analyses.length = 0;
  troubles.length = 0;
});
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
    forms: new Map(),
    dependencies: new Map(),
  };
}

async function mark(
  of: Project,
  index: string | Record<string, string>,
  publicOnly = false,
  run = stage,
  form: string | null = null,
): Promise<{ result: StageResult; progress: string[] }> {
  const [rubricStage] = of.rubric.stages;
  if (rubricStage === undefined) throw new Error('no stage');
  const progress: string[] = [];
  const findings = await run({
    project: of,
    stage: rubricStage,
    submission: bytes({
      'package.json': '{ "type": "module" }',
      ...(typeof index === 'string' ? { 'index.js': index } : index),
    }),
    publicOnly,
    form,
    signal: new AbortController().signal,
    onProgress: ({ done, total }) => progress.push(`${done}/${total ?? '?'}`),
  });
  return { result: assessStage(rubricStage, findings), progress };
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

describe('a submission that cannot be loaded', () => {
  const evidenceIn = ({ criteria }: StageResult) => criteria.flatMap(({ evidence }) => evidence);
  const broken = {
    'index.js': "export * from './lib/double.js';",
    'lib/double.js': 'export const double = (n) => {\n',
  };

  test('is told by the file and line that an analysis found, with its plainer words', async () => {
    const { result } = await mark(both, broken);
    expect(analyses).toEqual(['syntax']);
    for (const evidence of evidenceIn(result)) {
      expect(evidence).toMatchObject({
        status: 'error',
        message:
          'SyntaxError: Unexpected end of input. Expected `}` but the file ends; the bracket was opened in line 1.',
        file: 'lib/double.js',
        line: 1,
      });
    }
  });

  test('because its package.json is none is told by the line of that', async () => {
    const index = {
      'index.js': 'export const double = (n) => n * 2;',
      'package.json': '{\n  "type": module\n}\n',
    };
    const { result } = await mark(both, index);
    for (const evidence of evidenceIn(result)) {
      expect(evidence).toMatchObject({ status: 'error', file: 'package.json', line: 2 });
      expect(evidence.message).toMatch(/^SyntaxError: Unexpected token 'm'/);
    }
  });

  test('for another reason than its syntax keeps its own words', async () => {
    const index = { 'index.js': "export { double } from './lib.js';", 'lib.js': '', 'scratch.js': 'let = ;' };
    const { result } = await mark(both, index);
    for (const evidence of evidenceIn(result)) {
      expect(evidence.message).toContain("does not provide an export named 'double'");
      expect(evidence.file).not.toBe('scratch.js');
    }
  });

  test('is marked as it was where no analysis is to be had, and the operator is told', async () => {
    const without: Sandbox = {
      ...sandbox,
      analyse: () => Promise.resolve({ kind: 'broken', reason: 'no analyst' }),
    };
    const plain = createFunctionalityStage(without, { onTrouble: (reason) => troubles.push(reason) });
    const { result } = await mark(both, broken, false, plain);
    expect(result.status).toBe('completed');
    for (const { message } of evidenceIn(result))
      expect(message).toBe('SyntaxError: Unexpected end of input');
    expect(troubles).toEqual(['no analyst']);
  });

  test.each([
    ['passes', 'export const double = (n) => n * 2;'],
    ['answers wrongly', 'export const double = (n) => n;'],
    ['throws while it is loaded', 'throw new Error("not today");'],
    ['throws while it is called', 'export const double = () => JSON.parse("{");'],
  ])('is the only one that is looked at: not one that %s', async (_what, index) => {
    await mark(both, index);
    expect(analyses).toEqual([]);
  });
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

describe('parallel forms', () => {
  const zero = tests('doubles nothing', 'double(0), 0').get('double.test.js') ?? new Uint8Array();
  const four = tests('doubles nothing', 'double(4), 8').get('double.test.js') ?? new Uint8Array();
  const inForms: Project = {
    ...both,
    hiddenTests: new Map(),
    forms: new Map([
      ['zero', new Map([['double.test.js', zero]])],
      ['four', new Map([['double.test.js', four]])],
    ]),
  };
  // Right but for four.
  const index = 'export const double = (n) => (n === 4 ? 9 : n * 2);';
  const inForm = (form: string | null, publicOnly = false) => mark(inForms, index, publicOnly, stage, form);

  test('are run one at a time, and the result says which it was and what it drew from', async () => {
    const zeroes = (await inForm('zero')).result;
    const fours = (await inForm('four')).result;
    expect([zeroes.met, fours.met]).toEqual([true, false]);
    expect([zeroes.form, fours.form]).toEqual(['zero', 'four']);
    expect(zeroes.seed).not.toBe(fours.seed);
    expect((await inForm('zero')).result).toEqual(zeroes);
  });

  test('are not for practice', async () => {
    const { result } = await inForm('four', true);
    expect(result.met).toBe(true);
    expect(result).not.toHaveProperty('form');
  });
});
