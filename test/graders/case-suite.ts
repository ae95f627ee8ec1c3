import Docker from 'dockerode';
import { afterAll, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../src/adapters/docker/docker-sandbox.ts';
import { LABELS, thisOwner } from '../../src/adapters/docker/owner.ts';
import { Limits } from '../../src/domain/course/limits.ts';
import type { Sandbox, SandboxOutcome } from '../../src/sandbox/sandbox.ts';
import { casesOf, gradersDir, readCase, type Case } from './case.ts';

const limits = Limits.parse({ memoryMiB: 128 });

function run(
  sandbox: Sandbox,
  grader: string,
  { submission, examFiles, tests }: Case,
): Promise<SandboxOutcome> {
  return sandbox.run({
    grader,
    project: { slug: 'a-case', dependencies: new Map() },
    submission,
    tests: examFiles,
    expected: Object.keys(tests),
    partial: false,
    limits,
    signal: new AbortController().signal,
    onTest: () => undefined,
  });
}

/**
 * One test for each case of each grader, in this runtime; null: Docker's own. Some at once, as on a worker. `every`: 3 takes each
 * third case.
 */
export function suiteOfCases(runtime: string | null, { every = 1 } = {}): void {
  const docker = new Docker();
  const sandbox = createDockerSandbox({ gradersDir, docker, runtime, capacity: { places: 2, spares: 4 } });

  afterAll(async () => {
    await sandbox.close();
    const filters = { label: [`${LABELS.owner}=${thisOwner()}`] };
    expect(await docker.listContainers({ all: true, filters })).toEqual([]);
  });

  describe.concurrent.each(['node', 'python', '_template'])(
    `the grader %s in ${runtime ?? "Docker's own runtime"}`,
    (grader) => {
      test.each(casesOf(grader, runtime).filter((_case, at) => at % every === 0))(
        '%s: %s',
        { timeout: 240_000 },
        async (kind, name) => {
          const expected = readCase(grader, kind, name);
          const outcome = await run(sandbox, grader, expected);
          if (outcome.kind === 'broken') {
            expect({ audience: outcome.audience, reason: outcome.reason }).toMatchObject({
              audience: expected.broken,
            });
            return;
          }
          const seen = outcome.tests.map(({ name: test, status, learnerError, limit, assertion }) => {
            const wanted = expected.tests[test];
            const fits =
              wanted === 'any' || wanted === status || (wanted === 'not-passed' && status !== 'passed');
            return fits ? `${test}: fits` : { test, wanted, status, learnerError, limit, assertion };
          });
          expect(seen).toEqual(Object.keys(expected.tests).map((test) => `${test}: fits`));
          for (const { learnerError } of outcome.tests) {
            if (expected.learner !== undefined) expect(learnerError).toEqual(expected.learner);
            if (expected.beforeAnyCall !== undefined && learnerError !== null) {
              expect(learnerError.beforeAnyCall).toBe(expected.beforeAnyCall);
            }
          }
          if (expected.untold !== undefined)
            expect(JSON.stringify(outcome.tests)).not.toContain(expected.untold);
          if (expected.limit !== undefined) {
            expect(outcome.tests.map(({ limit }) => limit ?? '').join('\n')).toContain(expected.limit);
          }
        },
      );
    },
  );
}
