import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import { Limits } from '../../src/domain/course/limits.ts';
import type { SandboxRequest } from '../../src/sandbox/sandbox.ts';

/** Folders of the suite that the benchmarks run: ten tests of a small library, which pass. */
export const SUITE = {
  tests: fileURLToPath(new URL('suite/tests', import.meta.url)),
  submission: fileURLToPath(new URL('suite/submission', import.meta.url)),
};

const testFile = readFileSync(join(SUITE.tests, 'hidden/basket.test.js'), 'utf8');

/** Full names of its tests. */
const names = [...testFile.matchAll(/^(describe| {2}test)\('([^']+)'/gm)].reduce(
  ({ suite, tests }, [, kind, name = '']) =>
    kind === 'describe' ? { suite: name, tests } : { suite, tests: [...tests, `${suite} > ${name}`] },
  { suite: '', tests: [] as string[] },
).tests;

/** What the sandbox is asked to run for it. */
export function suiteRequest(more: Partial<SandboxRequest> = {}): SandboxRequest {
  return {
    grader: 'node',
    project: { slug: 'bench', dependencies: new Map() },
    submission: readFiles(SUITE.submission),
    tests: readFiles(SUITE.tests),
    expected: names,
    partial: false,
    limits: Limits.parse({}),
    signal: new AbortController().signal,
    onTest: () => undefined,
    ...more,
  };
}

function readFiles(dir: string): FileMap {
  const paths = readdirSync(dir, { recursive: true }).map(String);
  const files = paths.filter((path) => statSync(join(dir, path)).isFile());
  return new Map(files.map((path) => [path, new Uint8Array(readFileSync(join(dir, path)))]));
}
