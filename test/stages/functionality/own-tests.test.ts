import { afterAll, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { ownTestsReader } from '../../../src/course/own-tests.ts';
import type { OwnTestsEvidence } from '../../../src/domain/course/evidence.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import { assessStage } from '../../../src/domain/scoring.ts';
import { WAVERS } from '../../../src/domain/wavering.ts';
import type { Sandbox, TestOutcome } from '../../../src/sandbox/sandbox.ts';
import { examineOwnTests } from '../../../src/stages/functionality/own-tests/own-tests.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';
import { onDisk } from '../../course/small-course.ts';

const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const sandbox = createDockerSandbox({ gradersDir, capacity: { places: 2, spares: 3 } });
afterAll(() => sandbox.close());

type Files = Record<string, string>;

/** Long enough to be found wherever it is told, and in no test. */
const SECRET = 'the-solution-says-this';

const javascript: Files = {
  'tests/public/half.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
const { half } = await submission.load('half.js');
test('halves', () => assert.equal(half(4), 2));
`,
  'solutions/arrow/half.js': `// ${SECRET}\nexport const half = (n) => n / 2;\n`,
  'solutions/arrow/package.json': '{ "type": "module" }',
  'solutions/arrow/half.test.js': 'throw new Error("the tests of a solution are not run for a learner");',
  'solutions/times/half.js': `// ${SECRET}\nexport function half(n) { return n * 0.5; }\n`,
  'solutions/times/package.json': '{ "type": "module" }',
  'variants/rounds/half.js': `// ${SECRET}\nexport const half = (n) => Math.round(n / 2);\n`,
  'variants/loops/half.js': `// ${SECRET}\nexport const half = (n) => { while (n < 0); return n / 2; };\n`,
};

const python: Files = {
  'tests/public/test_half.py':
    'from touchstone import submission\nhalf = submission.load("half.py")\ndef test_halves():\n    assert half.half(4) == 2\n',
  'solutions/one/half.py': 'def half(n):\n    return n / 2\n',
  'solutions/two/half.py': 'def half(n):\n    return n * 0.5\n',
  'variants/rounds/half.py': 'def half(n):\n    return n // 2\n',
};

async function projectOf(files: Files, grader: string, evidence: object[], name: string): Promise<Project> {
  const dir = await onDisk(files);
  const criteria = [[{ test: name }], ...evidence.map((one) => [one])].map((shown, at) => ({
    id: `c${at}`,
    title: `c${at}`,
    why: 'It matters.',
    skills: ['tests'],
    evidence: shown,
    correctives: [{ kind: 'read', text: 'Read on.' }],
  }));
  const rubric = Rubric.parse({
    title: 'Half',
    summary: 'Halved.',
    grader,
    limits: { callSeconds: 3, testSeconds: 6 },
    stages: [{ id: 'functionality', threshold: 0.8, criteria }],
  });
  const publicTests = new Map(
    Object.entries(files)
      .filter(([path]) => path.startsWith('tests/public/'))
      .map(([path, text]) => [path.slice('tests/public/'.length), new TextEncoder().encode(text)]),
  );
  const nothing: FileMap = new Map();
  return {
    slug: 'half',
    dir,
    rubric,
    brief: '',
    starter: nothing,
    publicTests,
    hiddenTests: nothing,
    forms: new Map(),
    dependencies: nothing,
  };
}

const NOTHING_FOUND: TestOutcome = {
  name: '',
  testFile: '',
  status: 'passed',
  assertion: null,
  learnerError: null,
  limit: null,
  reason: null,
  durationMs: 0,
};
const PASS = { ownTests: 'pass', hint: 'Which answers does the brief leave room for?' };
const ROUNDS = { ownTests: 'catch', variant: 'rounds', hint: 'What is half of three?' };
const LOOPS = { ownTests: 'catch', variant: 'loops', hint: 'What is half of minus two?' };

async function mark(project: Project, submission: Files, own: Partial<Sandbox> = {}) {
  const [stage] = project.rubric.stages;
  if (stage === undefined) throw new Error('no stage');
  const findings = await createFunctionalityStage(
    { ...sandbox, ...own },
    { ownTestsOf: ownTestsReader(gradersDir) },
  )({
    project,
    stage,
    submission: new Map(
      Object.entries(submission).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    ),
    publicOnly: false,
    form: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return assessStage(stage, findings);
}

type Result = Awaited<ReturnType<typeof mark>>;
/** Of the learner's own tests: passed, or what is said instead. */
const said = ({ criteria }: Result) =>
  criteria
    .slice(1)
    .flatMap(({ evidence }) => evidence.map(({ status, message }) => (status === 'passed' ? true : message)));

// The submission's own code is right, and of no interest here.
const code = {
  'package.json': '{ "type": "module" }',
  'half.js': 'export const half = (n) => n / 2;\n',
};
const head = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half } from '../half.js';
`;
const inJavaScript = () => projectOf(javascript, 'node', [PASS, ROUNDS, LOOPS], 'halves');
const FIRST_PASS = expect.stringContaining('once your tests pass on right answers') as string;
const NONE = expect.stringContaining('No tests were found') as string;

test('tests that pass on every right answer and fail on every broken one show it all', async () => {
  const result = await mark(await inJavaScript(), {
    ...code,
    'test/numbers.json': '[[3, 1.5], [-2, -1]]',
    'test/half.test.js': `${head}import { readFileSync } from 'node:fs';
const rows = JSON.parse(readFileSync(new URL('numbers.json', import.meta.url)));
for (const [n, expected] of rows) test(\`half of \${n}\`, () => assert.equal(half(n), expected));
`,
  });
  expect(said(result)).toEqual([true, true, true]);
  expect(result.met).toBe(true);
});

describe('what is not shown is said in words of the author or of ours', () => {
  test.each<[what: string, own: Files, says: unknown[]]>([
    [
      'tests that would let everything pass',
      { 'half.test.js': "import 'node:test'; import './half.js';" },
      [NONE, FIRST_PASS, FIRST_PASS],
    ],
    [
      'tests that notice one mistake alone',
      { 'test/half.test.js': `${head}test('three', () => assert.equal(half(3), 1.5));` },
      [true, true, LOOPS.hint],
    ],
    [
      'tests that take one right answer alone',
      {
        'test/half.test.js': `${head}test('three', () => assert.equal(half.length + half(3), 2.5) || assert.ok(half.toString().includes('=>')));`,
      },
      [PASS.hint, FIRST_PASS, FIRST_PASS],
    ],
    ['no tests', {}, [NONE, FIRST_PASS, FIRST_PASS]],
    [
      'tests that are all left out',
      { 'test/a.js': `${head}test.skip('one', () => half(1)); test.todo('two');` },
      [NONE, FIRST_PASS, FIRST_PASS],
    ],
  ])('%s', async (_what, own, says) => {
    expect(said(await mark(await inJavaScript(), { ...code, ...own }))).toEqual(says);
  });
});

describe('tests that try to get round it', () => {
  test.each<[what: string, own: string, says: unknown[]]>([
    ['end with 0 before anything is asserted', 'process.exit(0);', [NONE, FIRST_PASS, FIRST_PASS]],
    [
      'print that they passed, and end with 0 in the middle of a test',
      `${head}console.log('TAP version 13\\nok 1 - all\\n1..1\\n# pass 1'); test('one', () => process.exit(0));`,
      [NONE, FIRST_PASS, FIRST_PASS],
    ],
    [
      'fail on any text that is not their own',
      `${head}import { readFileSync } from 'node:fs';
test('one', () => assert.equal(String(readFileSync(new URL('../half.js', import.meta.url))), ${JSON.stringify(code['half.js'])}));`,
      [PASS.hint, FIRST_PASS, FIRST_PASS],
    ],
    [
      'remember the first text that they see, and fail on another',
      `${head}import { existsSync, readFileSync, writeFileSync } from 'node:fs';
test('one', () => {
  const seen = String(half);
  for (const place of ['/tmp/seen', process.env.HOME + '/seen']) {
    if (!existsSync(place)) writeFileSync(place, seen);
    assert.equal(String(readFileSync(place)), seen);
  }
});`,
      [true, ROUNDS.hint, LOOPS.hint],
    ],
    [
      'tell the text of the solution in every way there is',
      `${head}import { readFileSync } from 'node:fs';
const text = String(readFileSync(new URL('../half.js', import.meta.url)));
console.log(text); console.error(text);
test(text, () => assert.equal(text, 'nothing', text));
process.on('exit', () => { throw new Error(text); });`,
      [PASS.hint, FIRST_PASS, FIRST_PASS],
    ],
  ])('%s', async (_what, own, says) => {
    const result = await mark(await inJavaScript(), { ...code, 'test/half.test.js': own });
    expect(said(result)).toEqual(says);
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(result.met).toBe(false);
  });
});

describe('tests in Python', () => {
  const inPython = () => projectOf(python, 'python', [PASS, ROUNDS], 'test_halves');
  const half = { 'half.py': 'def half(n):\n    return n / 2\n' };
  const own = (expected: string) =>
    `import unittest\nfrom half import half\nclass Half(unittest.TestCase):\n    def test_three(self):\n        self.assertEqual(half(3), ${expected})\n`;

  test.each<[what: string, own: Files, says: unknown[]]>([
    ['that are right', { 'tests/test_half.py': own('1.5') }, [true, true]],
    ['that are wrong', { 'test_half.py': own('1') }, [PASS.hint, FIRST_PASS]],
    ['that are not there', {}, [NONE, FIRST_PASS]],
    ['that end with 0', { 'test_half.py': 'import os\nos._exit(0)\n' }, [true, ROUNDS.hint]],
  ])('%s', async (_what, tests, says) => {
    expect(said(await mark(await inPython(), { ...half, ...tests }))).toEqual(says);
  });
});

describe('tests that do not decide by what they see', () => {
  const exam = { there: 'there', pass: 'pass' };
  const bytes = new TextEncoder().encode('//');
  const filesOf = (name: string): FileMap => new Map([[name, bytes]]);
  const kit = {
    isTest: (path: string) => path === 'own',
    exam: filesOf('exam'),
    asks: exam,
    program: filesOf('run'),
  };
  const variants = ['one', 'two', 'three', 'four'];
  const material = {
    kit,
    solutions: [filesOf('a'), filesOf('b')],
    variants: new Map(variants.map((name) => [name, filesOf(name)])),
  };
  const asked = [PASS, ...variants.map((variant) => ({ ownTests: 'catch', variant }))] as OwnTestsEvidence[];
  /** In how many of a thousand attempts everything is shown by tests that pass in those runs of theirs. */
  const luck = async (passes: (run: number) => boolean): Promise<number> => {
    let lucky = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      let run = 0;
      const result = await examineOwnTests(asked, filesOf('own'), material, {
        seed,
        runExam: () => {
          run += 1;
          const outcome = {
            ...NOTHING_FOUND,
            name: 'pass',
            status: passes(run) ? 'passed' : 'failed',
          } as const;
          return Promise.resolve({ kind: 'completed', tests: [outcome], unexpected: [] });
        },
      });
      if (result.kind !== 'completed') throw new Error(result.reason);
      if (result.tests.every(({ status }) => status === 'passed')) lucky += 1;
    }
    return lucky;
  };

  test('gain little by counting the runs', async () => {
    // All containers have one clock. Four runs of eight are the solutions', which is one way of seventy.
    expect(await luck((run) => run <= 4)).toBeLessThan(50);
    expect(await luck((run) => run <= 2)).toBe(0);
  });

  test('gain little by chance', async () => {
    let last = 1;
    const chance = () => (last = (last * 48271) % 2147483647) / 2147483647;
    expect(await luck(() => chance() < 0.5)).toBeLessThan(20);
  });

  test('and pass on a solution only sometimes are told so', async () => {
    const seen = new Set<string>();
    const result = await examineOwnTests(asked, filesOf('own'), material, {
      seed: 1,
      runExam: (_files, on) => {
        const again = [...seen].some((name) => name.slice(0, 10) === on.slice(0, 10));
        seen.add(on);
        const status = on.startsWith('solution') && again ? 'failed' : 'passed';
        const outcome = { ...NOTHING_FOUND, name: 'pass', status } as const;
        return Promise.resolve({ kind: 'completed', tests: [outcome], unexpected: [] });
      },
    });
    expect(result).toMatchObject({ tests: [{ limit: WAVERS }, {}, {}, {}, {}] });
  });
});

test('a run that is broken is nobody’s miss', async () => {
  let runs = 0;
  const run: Sandbox['run'] = (request) =>
    (runs += 1) === 3
      ? Promise.resolve({ kind: 'broken', audience: 'operator', reason: 'no Docker' })
      : sandbox.run(request);
  const own = { 'test/half.test.js': `${head}test('three', () => assert.equal(half(3), 1.5));` };
  const result = await mark(await inJavaScript(), { ...code, ...own }, { run });
  expect(result).toMatchObject({ status: 'broken', reason: 'no Docker', audience: 'operator', criteria: [] });
});

test('without solutions nothing can be told, and the author is', async () => {
  const alone = Object.fromEntries(Object.entries(javascript).filter(([path]) => path.startsWith('tests/')));
  const result = await mark(await projectOf(alone, 'node', [PASS], 'halves'), code);
  expect(result).toMatchObject({ status: 'broken', audience: 'author' });
  expect(result.reason).toContain('no solution');
});
