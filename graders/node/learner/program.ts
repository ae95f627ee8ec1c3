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
import { Exceeded } from './exceeded.ts';
import { errorPrinted } from './printed-error.ts';
import { SUBMISSION } from './place.ts';

/** Most files that are read back, and their bytes together. */
const MAX_FILES = 200;
const MAX_FILE_BYTES = 256 * 1024;

/** Starts the submission's program in a fresh folder that has the test's files, and waits for its end. */
export async function runProgram(request: ProgramRequest): Promise<ProgramResult> {
  const entry = join(SUBMISSION, programEntry(request.entry));
  const folder = mkdtempSync('/tmp/run-');
  try {
    for (const [path, base64] of Object.entries(request.files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), Buffer.from(base64, 'base64'));
    }
    const stdin = openInput(`${folder}.stdin`, request.stdin);
    const ended = await untilEnd(entry, folder, stdin, request).finally(() => {
      closeSync(stdin);
    });
    return { ...ended, files: readFiles(folder) };
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

function untilEnd(
  entry: string,
  folder: string,
  stdin: number,
  request: ProgramRequest,
): Promise<Omit<ProgramResult, 'files'>> {
  return new Promise((resolve, reject) => {
    let exceeded: Exceeded | null = null;
    const stop = (reason: Exceeded): void => {
      exceeded ??= reason;
      child.kill();
    };
    const child = startChild(process.execPath, [entry, ...request.args], {
      cwd: folder,
      env: request.env,
      stdin,
      onFlood: () => {
        stop(new Exceeded('program-output', 'it printed more than 256 KiB'));
      },
    });
    const timer = setTimeout(() => {
      stop(new Exceeded('program-time', `it ran for more than ${request.timeout / 1000} s`));
    }, request.timeout);
    child.process.on('error', reject);
    child.process.on('close', (code, signal) => {
      clearTimeout(timer);
      child.kill();
      exceeded ??= outOfMemory(signal, child.stderr());
      if (exceeded !== null) reject(exceeded);
      else resolve({ stdout: child.stdout(), stderr: child.stderr(), code, signal });
    });
    // What it started may hold its output open after it has ended.
    child.process.on('exit', child.kill);
  });
}

/** Nobody but the kernel, for want of memory, and V8, for want of heap, ends a program in this way. */
function outOfMemory(signal: NodeJS.Signals | null, stderr: string): Exceeded | null {
  const isFull = signal === 'SIGKILL' || (signal === 'SIGABRT' && stderr.includes('heap out of memory'));
  return isFull ? new Exceeded('program-memory', 'it used up its memory') : null;
}

function readFiles(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).slice(0, MAX_FILES)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += statSync(path).size;
    if (bytes > MAX_FILE_BYTES) throw new Exceeded('program-output', 'it wrote more than 256 KiB of files');
    files[relative(folder, path)] = readFileSync(path, 'utf8');
  }
  return files;
}
