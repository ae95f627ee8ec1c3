/**
 * Makes the seccomp profile of the sandbox, and the page that explains it, from the list in `scripts/seccomp/`.
 *
 *     npx tsx scripts/make-seccomp.ts
 */
import { writeFile } from 'node:fs/promises';
import { allowedFamilies } from './seccomp/allowed.ts';
import { profileText } from './seccomp/profile.ts';
import { pageOf } from './seccomp/page.ts';
import { refusedFamilies } from './seccomp/refused.ts';

const made = [
  ['src/adapters/docker/hardening/seccomp.json', profileText(allowedFamilies, refusedFamilies)],
  ['docs/seccomp.md', pageOf(allowedFamilies, refusedFamilies)],
] as const;

for (const [path, text] of made) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
  console.log(`${path}: ${Math.round(text.length / 1024)} KiB`);
}
