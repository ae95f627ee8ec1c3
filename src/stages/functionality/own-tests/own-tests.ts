import { evidenceId, type OwnTestsEvidence } from '../../../domain/course/evidence.ts';
import type { FileMap } from '../../../domain/course/file-map.ts';
import type { OwnTestsKit, OwnTestsMaterial } from '../../../domain/course/own-tests.ts';
import { ownTestsWords as words } from '../../../domain/own-tests-words.ts';
import type { SandboxOutcome, TestOutcome } from '../../../sandbox/sandbox.ts';

type Broken = Extract<SandboxOutcome, { kind: 'broken' }>;
type Found = 'pass' | 'fail' | 'none';

/** Runs the exam against these files in containers of their own. `on`: what they are, for authors. */
export type RunExam = (files: FileMap, on: string) => Promise<SandboxOutcome>;

/**
 * What the learner's own tests do on every solution, and on each broken variant that is asked for, one after the other, each in a place of its own:
 * tests could otherwise remember a solution, and tell whatever differs from it. They catch a variant when they pass on every solution and
 * fail on it. One bit comes back for each; what the tests print does not.
 */
export async function examineOwnTests(
  asked: readonly OwnTestsEvidence[],
  submission: FileMap,
  { kit, solutions, variants }: OwnTestsMaterial,
  runExam: RunExam,
): Promise<{ kind: 'completed'; tests: TestOutcome[] } | Broken> {
  /** Nothing is shown, as the tests do not pass. `why`: in words of ours; null where the author's hint says it. */
  const notPassing = (why: string | null) => ({
    kind: 'completed' as const,
    tests: asked.map((one) => missed(one, one.ownTests === 'pass' ? why : words.waits)),
  });
  if (solutions.length === 0)
    return authors('there is no solution that the learner’s own tests could be run on');
  const own = [...submission].filter(([path]) => kit.isTest(path));
  if (own.length === 0) return notPassing(words.none);
  const on = async (code: FileMap, name: string): Promise<Found | Broken> =>
    foundIn(await runExam(withTests(code, own, kit), name), kit);

  for (const [at, solution] of solutions.entries()) {
    const found = await on(solution, `solution ${at + 1}`);
    if (typeof found === 'object') return found;
    if (found === 'none') return notPassing(words.none);
    if (found === 'fail') return notPassing(null);
  }
  const caught = new Map<string, boolean>();
  for (const name of new Set(asked.flatMap(({ variant }) => variant ?? []))) {
    const variant = variants.get(name);
    if (variant === undefined) return authors(`there is no variant "${name}"`);
    const found = await on(variant, `the variant ${name}`);
    if (typeof found === 'object') return found;
    caught.set(name, found !== 'pass');
  }
  const isMet = ({ variant }: OwnTestsEvidence): boolean =>
    variant === undefined || caught.get(variant) === true;
  return { kind: 'completed', tests: asked.map((one) => (isMet(one) ? met(one) : missed(one, null))) };
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
