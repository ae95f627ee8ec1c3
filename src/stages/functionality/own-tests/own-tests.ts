import { createHash } from 'node:crypto';
import { evidenceId, type OwnTestsEvidence } from '../../../domain/course/evidence.ts';
import type { FileMap } from '../../../domain/course/file-map.ts';
import type { OwnTestsKit, OwnTestsMaterial } from '../../../domain/course/own-tests.ts';
import { ownTestsWords as words } from '../../../domain/own-tests-words.ts';
import { WAVERS } from '../../../domain/wavering.ts';
import type { SandboxOutcome, TestOutcome } from '../../../sandbox/sandbox.ts';

type Broken = Extract<SandboxOutcome, { kind: 'broken' }>;
type Found = 'pass' | 'fail' | 'none';

/** Runs the exam against these files in containers of their own. `on`: what they are, for authors. */
export type RunExam = (files: FileMap, on: string) => Promise<SandboxOutcome>;

/** How often each solution is tried: tests that go by chance should not pass by it, and one that passes there once alone wavers. */
const RUNS_OF_A_SOLUTION = 2;

/** Something that the tests are run on. `variant`: its name, null of a solution. */
interface Trial {
  name: string;
  variant: string | null;
  code: FileMap;
}

/**
 * What the learner's own tests do on every solution, and on each broken variant that is asked for, one after the other, each in a place of its own:
 * tests could otherwise remember a solution, and tell whatever differs from it. In which order follows from the seed: all containers have one
 * clock, by which tests could count the runs. They catch a variant when they pass on every solution and fail on it. One bit comes back
 * for each; what the tests print does not.
 */
export async function examineOwnTests(
  asked: readonly OwnTestsEvidence[],
  submission: FileMap,
  { kit, solutions, variants }: OwnTestsMaterial,
  { runExam, seed }: { runExam: RunExam; seed: number },
): Promise<{ kind: 'completed'; tests: TestOutcome[] } | Broken> {
  /** Nothing is shown, as the tests do not pass. `why`: in words of ours; null where the author's hint says it. */
  const notPassing = (why: string | null) => ({
    kind: 'completed' as const,
    tests: asked.map((one) => missed(one, one.ownTests === 'pass' ? why : words.waits)),
  });
  if (solutions.length === 0)
    return authors('there is no solution that the learner’s own tests could be run on');
  const names = [...new Set(asked.flatMap(({ variant }) => variant ?? []))];
  const unknown = names.find((name) => !variants.has(name));
  if (unknown !== undefined) return authors(`there is no variant "${unknown}"`);
  const own = [...submission].filter(([path]) => kit.isTest(path));
  if (own.length === 0) return notPassing(words.none);

  const passedOn = new Set<FileMap>();
  const caught = new Map<string, boolean>();
  for (const { name, variant, code } of inOrderOf(seed, trialsOf(solutions, variants, names))) {
    const found = foundIn(await runExam(withTests(code, own, kit), name), kit);
    if (typeof found === 'object') return found;
    if (variant !== null) caught.set(variant, found !== 'pass');
    else if (found === 'none') return notPassing(words.none);
    else if (found === 'fail') return notPassing(passedOn.has(code) ? WAVERS : null);
    else passedOn.add(code);
  }
  const isMet = ({ variant }: OwnTestsEvidence): boolean =>
    variant === undefined || caught.get(variant) === true;
  return { kind: 'completed', tests: asked.map((one) => (isMet(one) ? met(one) : missed(one, null))) };
}

function trialsOf(
  solutions: OwnTestsMaterial['solutions'],
  variants: OwnTestsMaterial['variants'],
  asked: readonly string[],
): Trial[] {
  const right = solutions.flatMap((code, at) =>
    Array.from({ length: RUNS_OF_A_SOLUTION }, (_, run) => ({
      name: run === 0 ? `solution ${at + 1}` : `solution ${at + 1} again`,
      variant: null,
      code,
    })),
  );
  const broken = [...variants]
    .filter(([name]) => asked.includes(name))
    .map(([variant, code]) => ({ name: `the variant ${variant}`, variant, code }));
  return [...right, ...broken];
}

/** An order that is the same for the same seed, and as good as drawn by lot. */
function inOrderOf(seed: number, trials: readonly Trial[]): Trial[] {
  const lot = ({ name }: Trial): string => createHash('sha256').update(`${seed}\0${name}`).digest('hex');
  return trials.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
}

/** The author's code, the learner's tests, and what runs them: where the author's own tests were there is nothing. */
function withTests(
  code: FileMap,
  own: readonly [string, Uint8Array][],
  { isTest, program }: OwnTestsKit,
): FileMap {
  return new Map([...[...code].filter(([path]) => !isTest(path)), ...own, ...program]);
}

function foundIn(outcome: SandboxOutcome, { asks }: OwnTestsKit): Found | Broken {
  if (outcome.kind === 'broken') return outcome;
  const find = (name: string) => outcome.tests.find((test) => test.name === name);
  // A run that did not come to its end has failed as well; it says nothing of whether there are tests.
  const there = find(asks.there);
  if (there !== undefined && there.assertion !== null) return 'none';
  return find(asks.pass)?.status === 'passed' ? 'pass' : 'fail';
}

function met(one: OwnTestsEvidence): TestOutcome {
  return {
    name: evidenceId(one),
    testFile: 'hidden/own-tests',
    status: 'passed',
    assertion: null,
    learnerError: null,
    limit: null,
    reason: null,
    durationMs: 0,
  };
}

/** `why`: in words of ours; null where the author's hint says it. */
function missed(one: OwnTestsEvidence, why: string | null): TestOutcome {
  return { ...met(one), status: 'failed', limit: why };
}

function authors(what: string): Broken {
  return {
    kind: 'broken',
    audience: 'author',
    reason: `The learner’s own tests cannot be assessed: ${what}.`,
  };
}
