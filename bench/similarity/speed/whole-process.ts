import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program took, its own processes with it. */
export interface Taken {
  ms: number;
  /** Of all processors together. */
  cpuMs: number;
  /** The most that all processes held at once. Pages that they share count in each. */
  mib: number;
}

const EVERY_MS = 10;
const TICK_MS = 10;
const PAGE_MIB = 4096 / 2 ** 20;

/**
 * Runs a program to its end, and looks at it and its processes in between (Linux).
 * @throws Error where it does not start, or ends with something other than 0
 */
export function wholeProcess(
  command: string,
  args: readonly string[],
  { input = '', cwd = '.' }: { input?: string; cwd?: string } = {},
): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'ignore', 'pipe'] });
    let [cpuMs, mib, said] = [0, 0, ''];
    const look = setInterval(() => {
      const now = treeOf(child.pid ?? 0);
      cpuMs = Math.max(cpuMs, now.cpuMs);
      mib = Math.max(mib, now.mib);
    }, EVERY_MS);
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-1000)));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ ms: performance.now() - began, cpuMs, mib });
      else reject(new Error(`${command} ended with ${String(code)}: ${said}`));
    });
  });
}

interface Stat {
  parent: number;
  cpuMs: number;
  mib: number;
}

/** A process and all below it: their time, with that of those that have ended and were waited for, and what they hold. */
function treeOf(root: number): { cpuMs: number; mib: number } {
  const all = new Map<number, Stat>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const stat = Number.isInteger(pid) ? statOf(pid) : null;
    if (stat !== null) all.set(pid, stat);
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (all.has(pid) && isBelow(all.get(pid)?.parent ?? 0));
  const own = [...all].filter(([pid]) => isBelow(pid)).map(([, stat]) => stat);
  return {
    cpuMs: own.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    mib: own.reduce((sum, { mib }) => sum + mib, 0),
  };
}

function statOf(pid: number): Stat | null {
  try {
    // The name in brackets may hold anything; after it, fields 3 and on of proc(5).
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (fields[field] ?? 0), 0);
    return { parent: fields[1] ?? 0, cpuMs: ticks * TICK_MS, mib: (fields[21] ?? 0) * PAGE_MIB };
  } catch {
    return null; // It has ended.
  }
}
