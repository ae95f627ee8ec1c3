import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ProgramRequest, ProgramResult } from '../values/requests.ts';
import { startChild } from './child.ts';
import { programEntry } from './entry.ts';
import { Exceeded, exceededBy, PROGRAM_TIME } from './exceeded.ts';
import { errorPrinted } from './printed-error.ts';
import { SUBMISSION } from './place.ts';
import { watchTime } from './watch.ts';

/** Most files that are read back. */
const MAX_FILES = 200;

/**
 * Starts the submission's program in a fresh folder that has the test's files, and waits for its end. `outputBytes`: the
 * most that it may print, and leave in files.
 */
export async function runProgram(request: ProgramRequest, outputBytes: number): Promise<ProgramResult> {
  const entry = join(SUBMISSION, programEntry(request.entry));
  const folder = mkdtempSync('/tmp/run-');
  try {
    for (const [path, base64] of Object.entries(request.files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), Buffer.from(base64, 'base64'));
    }
    const stdin = openInput(`${folder}.stdin`, request.stdin);
    const ended = await untilEnd(entry, { folder, stdin, outputBytes }, request).finally(() => {
      closeSync(stdin);
    });
    return { ...ended, files: readFiles(folder, outputBytes) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws the syntax error of the program's file, if it has one; nothing of it is run. */
export function checkProgram(said: string | null): void {
  const entry = programEntry(said);
  if (!/\.[cm]?js$/.test(entry)) return;
  const check = spawnSync(process.execPath, ['--check', join(SUBMISSION, entry)], { timeout: 2000 });
  if (check.status === 1) throw errorPrinted(check.stderr.toString(), `${entry} cannot be read by Node.`);
}

/**
 * The input as a file that is open, and nobody finds by a name. Not a pipe of Node's: that is a socket, and a program
 * that opens /dev/stdin cannot open a socket.
 */
function openInput(path: string, text: string): number {
  try {
    writeFileSync(path, text);
    return openSync(path, 'r');
  } finally {
    rmSync(path, { force: true });
  }
}

async function untilEnd(
  entry: string,
  { folder, stdin, outputBytes }: { folder: string; stdin: number; outputBytes: number },
  request: ProgramRequest,
): Promise<Omit<ProgramResult, 'files'>> {
  const exceeded: Exceeded[] = [];
  const stop = (reason: Exceeded): void => {
    exceeded.push(reason);
    child.kill();
  };
  const child = startChild(process.execPath, [entry, ...request.args], {
    cwd: folder,
    env: request.env,
    stdin,
    outputBytes,
    onFlood: () => {
      stop(new Exceeded('program-output'));
    },
  });
  const endWatch = watchTime(request.timeout, (how) => {
    stop(new Exceeded(PROGRAM_TIME[how]));
  });
  const ending = await child.ended.finally(endWatch);
  const [reason = exceededBy(ending, child.stderr())] = exceeded;
  if (reason !== null) throw reason;
  return { stdout: child.stdout(), stderr: child.stderr(), ...ending };
}

function readFiles(folder: string, mostBytes: number): Record<string, string> {
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).slice(0, MAX_FILES)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += statSync(path).size;
    if (bytes > mostBytes) throw new Exceeded('program-output');
    files[relative(folder, path)] = readFileSync(path, 'utf8');
  }
  return files;
}
