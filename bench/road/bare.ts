import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// What a course author would write without a sandbox: the submission is loaded into the process of the tests.
const shim = `
export const submission = {
  random: Math.random,
  load: (file) => import(new URL('../../submission/' + file, import.meta.url)),
};
`;

/** A folder with a submission and the same tests, ready for `docker run … node --test`, and the way to run and remove it. */
export async function prepareBare(project: string, solution: string) {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  await cp(solution, join(dir, 'submission'), { recursive: true });
  await cp(join(project, 'tests'), join(dir, 'tests'), { recursive: true });
  await mkdir(join(dir, 'node_modules/touchstone'), { recursive: true });
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(dir, 'node_modules/touchstone/package.json'),
    '{ "name": "touchstone", "type": "module", "exports": "./index.js" }',
  );
  await writeFile(join(dir, 'node_modules/touchstone/index.js'), shim);
  return {
    /** Milliseconds of one `docker run`, from the command to its end. */
    time: async (): Promise<number> => {
      const started = performance.now();
      await run('docker', [
        'run',
        '--rm',
        '--network',
        'none',
        '--volume',
        `${dir}:/exam:ro`,
        '--workdir',
        '/exam',
        'touchstone-base-node:24',
        'node',
        '--test',
        'tests/hidden/*.test.js',
        'tests/public/*.test.js',
      ]);
      return performance.now() - started;
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
