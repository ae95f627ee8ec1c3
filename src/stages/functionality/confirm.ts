import { WAVERS } from '../../domain/wavering.ts';
import type { SandboxOutcome, TestOutcome } from '../../sandbox/sandbox.ts';

/** Runs of the solution, each with the seed that the submission wavered with: one that passes by chance half the time is seen in 7 of 8. */
const SOLUTION_RUNS = 3;

/** The ways to run the same tests with the same seed again. */
export interface Again {
  submission: () => Promise<SandboxOutcome>;
  /** Null where there is no solution to ask. */
  solution: (() => Promise<SandboxOutcome>) | null;
}

/** Outcomes that can be relied on. `flaky`: tests that the solution does not always pass, so that they say nothing; they are not held against the learner. */
export type Confirmed =
  | { kind: 'confirmed'; tests: TestOutcome[]; flaky: string[] }
  | Exclude<SandboxOutcome, { kind: 'completed' }>;

/**
 * Confirms a miss by a second run before it is said. A test that passes in one run alone is the submission's miss where the
 * solution always passes it with the same seed ('passes only sometimes'), and the test's own fault where it does not, or where nobody
 * can tell. `broken` where a run was.
 */
export async function confirm(first: readonly TestOutcome[], again: Again): Promise<Confirmed> {
  const second = await again.submission();
  if (second.kind === 'broken') return second;
  const wavering = waveringIn([first, second.tests]);
  if (wavering.size === 0) return { kind: 'confirmed', tests: [...first], flaky: [] };
  const flaky = new Set(again.solution === null ? wavering : []);
  for (let run = 0; again.solution !== null && run < SOLUTION_RUNS; run += 1) {
    const solved = await again.solution();
    if (solved.kind === 'broken') return solved;
    for (const { name, status } of solved.tests)
      if (wavering.has(name) && status !== 'passed') flaky.add(name);
  }
  const passedOnce = new Map(
    [...second.tests, ...first].filter(isPassed).map((outcome) => [outcome.name, outcome]),
  );
  const tests = first.map((outcome): TestOutcome => {
    const { name } = outcome;
    if (!wavering.has(name)) return outcome;
    const passed = passedOnce.get(name);
    return flaky.has(name) && passed !== undefined ? passed : wavers(outcome);
  });
  return { kind: 'confirmed', tests, flaky: [...flaky] };
}

function waveringIn([first, second]: [readonly TestOutcome[], readonly TestOutcome[]]): Set<string> {
  const passed = new Set(second.filter(isPassed).map(({ name }) => name));
  return new Set(
    first.filter((outcome) => isPassed(outcome) !== passed.has(outcome.name)).map(({ name }) => name),
  );
}

function isPassed({ status }: TestOutcome): boolean {
  return status === 'passed';
}

function wavers(outcome: TestOutcome): TestOutcome {
  return {
    ...outcome,
    status: 'failed',
    assertion: null,
    learnerError: null,
    limit: WAVERS,
    reason: 'wavers',
  };
}
