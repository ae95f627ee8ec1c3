import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a course author would write without a sandbox: the submission is loaded into the process of the tests.
const shim = `
export const submission = {
  random: Math.random,
  load: (file) => import(new URL('../../submission/' + file, import.meta.url)),
};
`;

/** A folder in which Node with `nodeArgs` runs a project's tests on a submission, without any sandbox. */
export interface BareFolder {
  dir: string;
  /** What Node is called with: `--test` and each test file. */
  nodeArgs: string[];
  remove(): Promise<void>;
}

/** Lays out such a folder. `tests` and `submission` are folders; below `tests` are `hidden/` and perhaps `public/`. */
export async function prepareFolder(tests: string, submission: string): Promise<BareFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  // A container's user reads it too.
  await chmod(dir, 0o755);
  await cp(submission, join(dir, 'submission'), { recursive: true });
  await cp(tests, join(dir, 'tests'), { recursive: true });
  await mkdir(join(dir, 'node_modules/touchstone'), { recursive: true });
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(dir, 'node_modules/touchstone/package.json'),
    '{ "name": "touchstone", "type": "module", "exports": "./index.js" }',
  );
  await writeFile(join(dir, 'node_modules/touchstone/index.js'), shim);
  const files = (await readdir(join(dir, 'tests'), { recursive: true })).map(String);
  const testFiles = files.filter((file) => file.endsWith('.test.js')).map((file) => join('tests', file));
  return {
    dir,
    nodeArgs: ['--test', ...testFiles],
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
