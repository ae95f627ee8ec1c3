import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import type { StageResult } from '../../domain/results.ts';
import { scoreCriterion, scoreStage } from '../../domain/scoring.ts';
import { syntaxAnalysis } from '../../sandbox/analysis/syntax.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest, TestOutcome } from '../../sandbox/sandbox.ts';
import { seedOf } from '../../sandbox/seed.ts';
import type { Stage, StageContext } from '../stage.ts';
import { confirm } from './confirm.ts';
import { evidenceOf } from './evidence.ts';
import { explained, mayBeUnreadable } from './unreadable.ts';

/** What the stage needs besides the sandbox. */
export interface FunctionalityOptions {
  /** Told, for operators, of an analysis that was of no use: the stage goes on without it. */
  onTrouble?: (reason: string) => void;
  /** A right answer to a project, null where there is none. With it, a stage that is not met is confirmed by a second run. */
  solutionOf?: (project: Project) => Promise<FileMap | null>;
}

/** Does it work? Runs the project's tests against the submission and binds what they found to the rubric's criteria. */
export function createFunctionalityStage(sandbox: Sandbox, options: FunctionalityOptions = {}): Stage {
  return async (context) => {
    const { project, submission, publicOnly } = context;
    const tests = testsOf(project, publicOnly);
    const seed = context.seed ?? seedOf(submission, tests);
    const run = (files: FileMap): Promise<SandboxOutcome> =>
      sandbox.run({ ...requestOf(context, tests), submission: files, seed });

    const first = await run(submission);
    if (first.kind === 'broken') return brokenBy(context, first);
    const seen = marked(context, first.tests);
    const confirmable = seen.status === 'completed' && !seen.met && !publicOnly;
    if (!confirmable || options.solutionOf === undefined)
      return marked(context, await withPlaces(context, first.tests, sandbox, options));
    const solution = await options.solutionOf(project);
    const again = (of: 'submission' | 'solution', files: FileMap) => () => {
      context.onHappening?.({ what: 'confirming', of });
      return run(files);
    };
    const outcome = await confirm(first.tests, {
      submission: again('submission', submission),
      solution: solution === null ? null : again('solution', solution),
    });
    if (outcome.kind === 'broken') return brokenBy(context, outcome);
    const result = marked(context, await withPlaces(context, outcome.tests, sandbox, options));
    return outcome.flaky.length === 0 ? result : { ...result, flaky: outcome.flaky };
  };
}

function requestOf(
  { project, stage, publicOnly, signal, onProgress, onHappening }: StageContext,
  tests: FileMap,
): Omit<SandboxRequest, 'submission' | 'seed'> {
  const expected = [...new Set(stage.criteria.flatMap(({ evidence }) => evidence.map(({ test }) => test)))];
  return {
    grader: project.rubric.grader,
    project: { slug: project.slug, dependencies: project.dependencies },
    tests,
    expected,
    partial: publicOnly,
    limits: project.rubric.limits,
    signal,
    onHappening,
    onTest: (done) => {
      // The rubric names public and hidden tests alike; how many of them are public shows when they have run.
      const total = publicOnly ? null : expected.length;
      onProgress({ done: Math.min(done, expected.length), total });
    },
  };
}

/**
 * Where the submission could not be loaded, the place of what keeps it from being loaded: said by an analysis, which is
 * trusted, rather than by the submission's own process. When there is no analysis to be had the tests stay as they are.
 */
async function withPlaces(
  { project, submission, signal, onHappening }: StageContext,
  tests: TestOutcome[],
  sandbox: Sandbox,
  { onTrouble = () => undefined }: FunctionalityOptions,
): Promise<TestOutcome[]> {
  if (!tests.some(mayBeUnreadable)) return tests;
  const { grader } = project.rubric;
  const outcome = await sandbox.analyse({
    grader,
    submission,
    analysis: syntaxAnalysis,
    signal,
    onHappening,
  });
  if (outcome.kind === 'completed') return explained(tests, outcome.report);
  onTrouble(outcome.kind === 'limit' ? `${outcome.limit}: ${outcome.message}` : outcome.reason);
  return tests;
}

/** The test files as the sandbox wants them: below `public/` and `hidden/`. */
function testsOf(project: Project, publicOnly: boolean): FileMap {
  const tests = new Map<string, Uint8Array>();
  for (const [path, bytes] of project.publicTests) tests.set(`public/${path}`, bytes);
  if (!publicOnly) for (const [path, bytes] of project.hiddenTests) tests.set(`hidden/${path}`, bytes);
  return tests;
}

function marked(context: StageContext, tests: readonly TestOutcome[]): StageResult {
  const { stage, submission } = context;
  const byName = new Map(tests.map((test) => [test.name, test]));
  const criteria = stage.criteria.flatMap((criterion) => {
    const evidence = criterion.evidence.flatMap(({ test, hint }) => {
      const outcome = byName.get(test);
      return outcome === undefined ? [] : [evidenceOf(outcome, hint, submission)];
    });
    // Among public tests alone, most criteria may have no evidence.
    return evidence.length === 0
      ? []
      : [{ result: scoreCriterion(criterion, evidence), weight: criterion.weight }];
  });
  if (criteria.length === 0)
    return without(context, 'skipped', 'None of the tests that were run is named by the rubric.');
  const results = criteria.map(({ result }) => result);
  const { score, met } = scoreStage(stage.threshold, criteria);
  const { id, threshold } = stage;
  return { id, status: 'completed', reason: null, score, threshold, met, criteria: results };
}

function brokenBy(
  context: StageContext,
  { reason, audience }: Extract<SandboxOutcome, { kind: 'broken' }>,
): StageResult {
  return { ...without(context, 'broken', reason), audience };
}

function without({ stage }: StageContext, status: 'broken' | 'skipped', reason: string): StageResult {
  return { id: stage.id, status, reason, score: 0, threshold: stage.threshold, met: false, criteria: [] };
}
