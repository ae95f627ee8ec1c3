import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allowedFamilies } from '../../../../scripts/seccomp/allowed.ts';
import { pageOf } from '../../../../scripts/seccomp/page.ts';
import { profileText } from '../../../../scripts/seccomp/profile.ts';
import { refusedFamilies } from '../../../../scripts/seccomp/refused.ts';
import linux from './linux-system-calls.json' with { type: 'json' };

const root = new URL('../../../../', import.meta.url);
const allowed = allowedFamilies.flatMap(({ calls, narrow = [] }) => [
  ...calls,
  ...narrow.map(({ name }) => name),
]);
const refused = refusedFamilies.flatMap(({ calls }) => calls);

test.each([
  ['src/adapters/docker/hardening/seccomp.json', profileText],
  ['docs/seccomp.md', pageOf],
])('%s is made from the list as it is now (npx tsx scripts/make-seccomp.ts)', async (path, make) => {
  expect(await readFile(new URL(path, root), 'utf8')).toBe(make(allowedFamilies, refusedFamilies));
});

test('no call is in two families', () => {
  const all = [...allowed, ...refused];
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
});

test('every call that Linux has on x86-64 and 64-bit ARM is in a family', () => {
  const listed = new Set([...allowed, ...refused]);
  expect(linux.names.filter((name) => !listed.has(name))).toEqual([]);
  const known = new Set(linux.names);
  expect([...listed].filter((name) => !known.has(name))).toEqual([]);
});
