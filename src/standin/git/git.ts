import { spawn } from 'node:child_process';

/** A git that reads no configuration of the machine or of the person. */
export function gitEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...extra,
  };
}

export class GitFailed extends Error {
  readonly code: number | null;
  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${code}: ${stderr.trim()}`);
    this.name = 'GitFailed';
    this.code = code;
  }
}

/**
 * Runs git in a bare repository and gives its standard output.
 * @throws {GitFailed} when it ends with anything but 0.
 */
export function git(
  dir: string,
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', dir, ...args], { env: gitEnvironment(options.env) });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A git that fails early closes its input; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(stdout));
      else reject(new GitFailed(args, code, Buffer.concat(stderr).toString()));
    });
    child.stdin.end(options.input);
  });
}

/** The same, as text without the last line break. */
export async function gitText(
  dir: string,
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<string> {
  return (await git(dir, args, options)).toString('utf8').replace(/\n$/, '');
}

/** True when git ends with 0; false when it answers no. */
export async function gitSays(dir: string, args: readonly string[]): Promise<boolean> {
  try {
    await git(dir, args);
    return true;
  } catch (error) {
    if (error instanceof GitFailed) return false;
    throw error;
  }
}
