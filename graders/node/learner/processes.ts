import { readdirSync, readFileSync } from 'node:fs';

/** Length of the kernel's tick, ms: CPU times in /proc are counted in these (`getconf CLK_TCK` is 100 everywhere). */
const TICK_MS = 10;

/**
 * CPU time of all processes of this container but this one, ms, those that have ended and been waited for included. It
 * only grows.
 */
export function cpuMsOfOthers(): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const [own, ofChildren] = ticksOf(entry);
    ticks += ofChildren + (Number(entry) === process.pid ? 0 : own);
  }
  return ticks * TICK_MS;
}

/** Ports that processes of this container listen on. */
export function portsListenedOn(): number[] {
  const ports = new Set<number>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const [, port = ''] of read(table).matchAll(
      /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:0000 0A /gm,
    )) {
      ports.add(parseInt(port, 16));
    }
  }
  return [...ports];
}

/** utime + stime, and cutime + cstime (man 5 proc); nothing of a process that has ended meanwhile. */
function ticksOf(pid: string): [own: number, ofChildren: number] {
  const stat = read(`/proc/${pid}/stat`);
  // The name of its program, in brackets, may have spaces and brackets in it.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (index: number): number => fields[index] ?? 0;
  return [at(11) + at(12), at(13) + at(14)];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
