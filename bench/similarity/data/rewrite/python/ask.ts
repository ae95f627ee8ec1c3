import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A job for `serve.py`, whose head says what each one answers. */
export type PythonJob =
  | { readonly op: 'tokens' | 'names' | 'places'; readonly text: string }
  | { readonly op: 'graft'; readonly host: string; readonly from: string; readonly seed: number }
  | {
      readonly op: 'rewrite';
      readonly text: string;
      readonly seed: number;
      readonly style: boolean;
      readonly rename: boolean;
      /** The chance of each place to be rewritten, 0 to 1, and how often over the whole. */
      readonly share: number;
      readonly times: number;
      readonly kinds: 'dev' | 'held';
      readonly public: readonly string[];
    };

/** The answers in the order of the jobs, by one Python process; null where a text is no Python. */
export const askPython = (jobs: readonly PythonJob[]): unknown[] =>
  jobs.length === 0
    ? []
    : (JSON.parse(
        execFileSync('python3', [join(import.meta.dirname, 'serve.py')], {
          input: JSON.stringify(jobs),
          maxBuffer: 2 ** 29,
          env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
          stdio: ['pipe', 'pipe', 'ignore'],
        }).toString(),
      ) as unknown[]);
