import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

// Nobody may read it, nobody may remove it, or it is not there at all.
mkdirSync('locked/in/side', { recursive: true });
writeFileSync('locked/in/side/file', 'x');
chmodSync('locked/in', 0);
chmodSync('locked', 0o111);
writeFileSync('unreadable', 'x', { mode: 0 });
if (process.argv.length > 2) rmSync(process.cwd(), { recursive: true, force: true });
else chmodSync('.', 0);
for (const name of readdirSync('/tmp')) {
  try {
    chmodSync(`/tmp/${name}`, 0);
  } catch {
    // Not ours.
  }
}
chmodSync('/tmp', 0);
