import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import type { StageResult } from '../../domain/results.ts';
import { scoreCriterion, scoreStage } from '../../domain/scoring.ts';
import { syntaxAnalysis } from '../../sandbox/analysis/syntax.ts';
import type { Sandbox, TestOutcome } from '../../sandbox/sandbox.ts';
import type { Stage, StageContext } from '../stage.ts';
import { evidenceOf } from './evidence.ts';
import { explained, mayBeUnreadable } from './unreadable.ts';

/** Told, for operators, of an analysis that was of no use: the stage goes on without it. */
export type OnTrouble = (reason: string) => void;

/** Does it work? Runs the project's tests against the submission and binds what they found to the rubric's criteria. */
export function createFunctionalityStage(sandbox: Sandbox, onTrouble: OnTrouble = () => undefined): Stage {
  return async (context) => {
    const { project, stage, submission, publicOnly, signal, onProgress } = context;
    const tests = testsOf(project, publicOnly);
    const expected = [...new Set(stage.criteria.flatMap(({ evidence }) => evidence.map(({ test }) => test)))];
    const outcome = await sandbox.run({
      grader: project.rubric.grader,
      project: { slug: project.slug, dependencies: project.dependencies },
      submission,
      tests,
      expected,
      partial: publicOnly,
      limits: project.rubric.limits,
      signal,
      onHappening: context.onHappening,
      onTest: (done) => {
        // The rubric names public and hidden tests alike; how many of them are public shows when they have run.
        const total = publicOnly ? null : expected.length;
        onProgress({ done: Math.min(done, expected.length), total });
      },
    });
    return outcome.kind === 'completed'
      ? marked(context, await withPlaces(context, outcome.tests, { sandbox, onTrouble }))
      : { ...without(context, 'broken', outcome.reason), audience: outcome.audience };
  };
}

/**
 * Where the submission could not be loaded, the place of what keeps it from being loaded: said by an analysis, which is
 * trusted, rather than by the submission's own process. When there is no analysis to be had the tests stay as they are.
 */
async function withPlaces(
  { project, submission, signal, onHappening }: StageContext,
  tests: TestOutcome[],
  { sandbox, onTrouble }: { sandbox: Sandbox; onTrouble: OnTrouble },
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

function without({ stage }: StageContext, status: 'broken' | 'skipped', reason: string): StageResult {
  return { id: stage.id, status, reason, score: 0, threshold: stage.threshold, met: false, criteria: [] };
}
