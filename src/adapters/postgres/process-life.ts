import { readFile } from 'node:fs/promises';

/**
 * When a process was born, in a form that is only good for comparing: on Linux the kernel's clock ticks since boot
 * (`man 5 proc`, field 22 of stat). Null where the system does not tell, or there is no such process.
 */
export async function bornAt(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, and may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether a process is still the one that it was: alive, and not another one that got the same number later. */
export async function isAlive({ pid, born }: { pid: number; born: string | null }): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = await bornAt(pid);
  return born === null || now === null || born === now;
}
