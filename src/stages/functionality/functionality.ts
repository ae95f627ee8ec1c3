import type { FileMap } from '../../domain/course/file-map.ts';
import type { OwnTestsMaterial } from '../../domain/course/own-tests.ts';
import type { Project } from '../../domain/course/project.ts';
import { type StageFindings, withoutEvidence } from '../../domain/findings.ts';
import { assessStage } from '../../domain/scoring.ts';
import { syntaxAnalysis } from '../../sandbox/analysis/syntax.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest, TestOutcome } from '../../sandbox/sandbox.ts';
import { seedOf } from '../../sandbox/seed.ts';
import type { Stage, StageContext } from '../stage.ts';
import { confirm } from './confirm.ts';
import { evidenceOf } from './evidence.ts';
import { examinerOf } from './own-tests/examiner.ts';
import { explained, mayBeUnreadable } from './unreadable.ts';

/** What the stage needs besides the sandbox. */
export interface FunctionalityOptions {
  /** Told, for operators, of an analysis that was of no use: the stage goes on without it. */
  onTrouble?: (reason: string) => void;
  /** A right answer to a project, null where there is none. With it, a stage that is not met is confirmed by a second run. */
  solutionOf?: (project: Project) => Promise<FileMap | null>;
  /** What a learner's own tests are run on; null where the grader cannot run them. */
  ownTestsOf?: (project: Project) => Promise<OwnTestsMaterial | null>;
}

/** Does it work? Runs the project's tests against the submission and binds what they found to the rubric's criteria. */
export function createFunctionalityStage(sandbox: Sandbox, options: FunctionalityOptions = {}): Stage {
  const find = createFinder(sandbox, options);
  return async (context) => {
    const findings = await find(context);
    const { grader, limits } = context.project.rubric;
    if (grader === undefined || findings.status !== 'completed') return findings;
    const { project } = context;
    const roles = ['learner', 'runner'] as const;
    return {
      ...findings,
      images: await sandbox.imagesOf(roles.map((role) => ({ role, grader, project, limits }))),
    };
  };
}

function createFinder(sandbox: Sandbox, options: FunctionalityOptions): Stage {
  return async (context) => {
    const { project, stage, submission, publicOnly } = context;
    const { grader } = project.rubric;
    if (grader === undefined)
      return withoutEvidence(
        stage.id,
        'broken',
        'The rubric names no grader that could run tests.',
        'author',
      );
    const form = publicOnly ? null : context.form;
    const tests = testsOf(project, publicOnly, form);
    const seed = context.seed ?? seedOf(submission, tests);
    const withForm = (findings: StageFindings): StageFindings => ({
      ...findings,
      ...(form !== null && { form }),
      seed,
    });
    const request = { ...requestOf(context, grader, tests), seed };
    const ofOwnTests = publicOnly ? null : await examinerOf(context, request, sandbox, options);
    const run = async (files: FileMap): Promise<SandboxOutcome> => {
      const outcome = await sandbox.run({ ...request, submission: files });
      if (outcome.kind === 'broken' || ofOwnTests === null) return outcome;
      const own = await ofOwnTests(files);
      return own.kind === 'broken' ? own : { ...outcome, tests: [...outcome.tests, ...own.tests] };
    };

    const first = await run(submission);
    if (first.kind === 'broken') return withForm(brokenBy(first));
    const { status, met } = assessStage(stage, findingsOf(first.tests, submission));
    const confirmable = status === 'completed' && !met && !publicOnly;
    if (!confirmable || options.solutionOf === undefined)
      return withForm(findingsOf(await withPlaces(context, first.tests, sandbox, options), submission));
    const solution = await options.solutionOf(project);
    const again = (of: 'submission' | 'solution', files: FileMap) => () => {
      context.onHappening?.({ what: 'confirming', of });
      return run(files);
    };
    const outcome = await confirm(first.tests, {
      submission: again('submission', submission),
      solution: solution === null ? null : again('solution', solution),
    });
    if (outcome.kind === 'broken') return withForm(brokenBy(outcome));
    const findings = withForm(
      findingsOf(await withPlaces(context, outcome.tests, sandbox, options), submission),
    );
    return outcome.flaky.length === 0 ? findings : { ...findings, flaky: outcome.flaky };
  };
}

function requestOf(
  { project, stage, publicOnly, signal, onProgress, onHappening }: StageContext,
  grader: string,
  tests: FileMap,
): Omit<SandboxRequest, 'submission' | 'seed'> {
  const asked = stage.criteria.flatMap(({ evidence }) => evidence);
  const expected = [...new Set(asked.flatMap((each) => ('test' in each ? [each.test] : [])))];
  return {
    grader,
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
  const { grader } = project.rubric;
  if (grader === undefined || !tests.some(mayBeUnreadable)) return tests;
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

/** The test files as the sandbox wants them: below `public/` and `hidden/`, where those of the form lie among the others. */
function testsOf(project: Project, publicOnly: boolean, form: string | null): FileMap {
  const tests = new Map<string, Uint8Array>();
  for (const [path, bytes] of project.publicTests) tests.set(`public/${path}`, bytes);
  if (publicOnly) return tests;
  for (const [path, bytes] of project.hiddenTests) tests.set(`hidden/${path}`, bytes);
  const ofForm = form === null ? undefined : project.forms.get(form);
  for (const [path, bytes] of ofForm ?? []) tests.set(`hidden/${path}`, bytes);
  return tests;
}

function findingsOf(tests: readonly TestOutcome[], submission: FileMap): StageFindings {
  const evidence = tests.map((outcome) => evidenceOf(outcome, submission));
  return { id: 'functionality', status: 'completed', reason: null, evidence };
}

function brokenBy({ reason, audience }: Extract<SandboxOutcome, { kind: 'broken' }>): StageFindings {
  return withoutEvidence('functionality', 'broken', reason, audience);
}
