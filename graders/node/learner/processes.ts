import { readdirSync, readFileSync } from 'node:fs';

/** Length of the kernel's tick, ms: CPU times in /proc are counted in these (`getconf CLK_TCK` is 100 everywhere). */
const TICK_MS = 10;

/** All processes of this container but this one. */
export interface Others {
  /** Their CPU time, ms, that of those included that have ended and been waited for. It only grows. */
  cpuMs: number;
  /** One of them computes, or would if it were its turn. */
  ready: boolean;
}

export function lookAtOthers(): Others {
  const others: Others = { cpuMs: 0, ready: false };
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const isOther = Number(entry) !== process.pid;
    const { state, own, ofChildren } = statOf(entry);
    others.cpuMs += (ofChildren + (isOther ? own : 0)) * TICK_MS;
    others.ready ||= isOther && state === 'R';
  }
  return others;
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

/** State, utime + stime, and cutime + cstime (man 5 proc); nothing of a process that has ended meanwhile. */
function statOf(pid: string): { state: string; own: number; ofChildren: number } {
  const stat = read(`/proc/${pid}/stat`);
  // The name of its program, in brackets, may have spaces and brackets in it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const at = (index: number): number => Number(fields[index] ?? 0);
  return { state: fields[0] ?? '', own: at(11) + at(12), ofChildren: at(13) + at(14) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
