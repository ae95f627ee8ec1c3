import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SimilarityDocument } from '../../src/cli/similarity-document.ts';
import { touchstone } from './run.ts';

const CART = `export function total(items, rate) {
  let sum = 0;
  for (const item of items) {
    if (item.price > 10 && item.kind !== 'gift') sum += item.price * item.count;
    else sum += item.count;
  }
  return 'Total: ' + sum * rate;
}
`;
const OTHER = 'export const total = (cart) => cart.reduce((a, { price }) => a + price, 0);\n';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touchstone-similarity-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Makes a folder of files; returns its path. */
async function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = join(root, name);
  await mkdir(dir);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return dir;
}

async function compared(dir: string, ...options: string[]) {
  const { code, out, err } = await touchstone(['similarity', dir, '--format', 'json', ...options]);
  expect(err).toBe('');
  expect(code).toBe(0);
  return SimilarityDocument.parse(JSON.parse(out));
}

test('prints pairs best first, with places, as JSON and as a table that accuses nobody', async () => {
  const dir = await folder('plain', {
    'ada/cart.js': CART,
    'bob/src/sum.js': `\n${CART.replaceAll('sum', 'all')}`,
    'cy/cart.js': OTHER,
  });
  const { pairs, cut } = await compared(dir);
  expect(pairs[0]).toMatchObject({
    a: 'ada',
    b: 'bob',
    fragments: [{ a: { file: 'cart.js', start: 1, end: 8 }, b: { file: 'src/sum.js', start: 2, end: 9 } }],
  });
  expect(pairs[0]?.score).toBeGreaterThan(cut);
  expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).sort((a, b) => b - a));
  expect((await compared(dir, '--top', '1')).pairs).toEqual(pairs.slice(0, 1));

  const { code, out } = await touchstone(['similarity', dir]);
  expect(code).toBe(0);
  expect(out).toMatch(/ada\s+│ bob\s+│ \d+ %/);
  expect(out).toContain('worth a talk');
  expect(out).not.toMatch(/plagiar|cheat|copie|copy|suspect|guilt|dishonest/i);
});

test('writes a report that is the caller’s alone, and says where it cannot', async () => {
  const dir = await folder('report', { 'ada/a.js': CART, 'bob/b.js': CART, 'cy/c.js': OTHER });
  const html = join(root, 'report.html');
  const { code } = await touchstone(['similarity', dir, '--html', html]);
  expect(code).toBe(0);
  expect(await readFile(html, 'utf8')).toContain('ada and bob');
  expect((await stat(html)).mode & 0o077).toBe(0);

  const nowhere = join(root, 'nowhere', 'report.html');
  const ended = await touchstone(['similarity', dir, '--html', nowhere, '--format', 'json']);
  expect(ended.code).toBe(2);
  expect(JSON.parse(ended.out)).toMatchObject({ error: { code: 'usage.report-not-written' } });
});

test('what was given counts nothing, and what is ordinary elsewhere counts less', async () => {
  const dir = await folder('given', { 'ada/a.js': CART, 'bob/a.js': CART, 'cy/a.js': OTHER });
  const starter = await folder('starter', { 'a.js': CART });
  const background = await folder('background', { 'x/a.js': CART, 'y/a.js': CART, 'z/a.js': CART });
  expect((await compared(dir, '--starter', starter)).pairs).toEqual([]);
  const score = async (...options: string[]) => (await compared(dir, ...options)).pairs[0]?.score ?? 0;
  expect(await score('--background', background)).toBeLessThanOrEqual(await score());
});

test('odd files end in plain words, and the others are compared', async () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`many/f${at}.js`, 'x']));
  const dir = await folder('odd', {
    'ada/cart.js': CART,
    'bob/cart.js': Buffer.from(`\ufeff${CART}`, 'utf16le'),
    'cy/long.js': 'x=1;'.repeat(2_500_000),
    'cy/minified.js': 'x=1;'.repeat(10_000),
    'cy/dist/built.js': CART,
    'cy/picture.js': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'cy/odd\nname.js': CART,
    'di/README.md': '# Nothing to run',
    'new\nline/cart.js': CART,
    ...many,
  });
  await mkdir(join(dir, 'empty'));
  await symlink('/etc', join(dir, 'elsewhere'));
  await symlink('/etc/passwd', join(dir, 'cy', 'link.js'));
  const { pairs, remarks } = await compared(dir);
  expect(pairs.filter(({ score }) => score > 0.9).map(({ a, b }) => [a, b])).toEqual([
    ['ada', 'bob'],
    ['ada', 'new\nline'],
    ['bob', 'new\nline'],
  ]);
  const said = remarks.map(({ submission, path, why }) => `${submission ?? ''} ${path ?? ''}: ${why}`).sort();
  expect(said).toEqual([
    ' elsewhere: it is a link to another place',
    'cy dist/built.js: its place or its name says that it was installed or built',
    'cy link.js: it is a link to another place; only ordinary files are looked at',
    'cy long.js: it is larger than 0.5 MiB',
    'cy minified.js: its lines are too long to be written by hand',
    'cy odd\\nname.js: its name has characters that cannot be seen',
    'cy picture.js: it is no text',
    'di : nothing in it is in a language that is read',
    'empty : nothing in it is in a language that is read',
    'many : this submission has 10,000 files; up to 1,000 can be looked at',
  ]);
  const { out, err } = await touchstone(['similarity', dir]);
  expect(out).toContain('new\\nline');
  expect(err).toContain('Left out, as it is no text: cy/picture.js\n');
}, 120_000);

test.each<[string, Record<string, string>, string[], string]>([
  ['no folder at all', {}, ['nowhere'], 'submission.no-folder'],
  ['an empty folder', {}, [], 'usage.no-submissions'],
  ['files in place of folders', { 'a.js': CART }, [], 'usage.no-submissions'],
  ['one submission', { 'ada/a.js': CART }, [], 'usage.one-submission'],
  ['nothing that is read', { 'ada/a.md': 'x', 'bob/b.md': 'x' }, [], 'usage.nothing-to-compare'],
  [
    'nothing in the language',
    { 'ada/a.js': CART, 'bob/b.js': CART },
    ['--language', 'python'],
    'usage.nothing-to-compare',
  ],
  [
    'no such starter',
    { 'ada/a.js': CART, 'bob/b.js': CART },
    ['--starter', 'nowhere'],
    'submission.no-folder',
  ],
  ['no such language', { 'ada/a.js': CART, 'bob/b.js': CART }, ['--language', 'cobol'], 'usage.wrong'],
])('%s is said', async (name, files, [first, ...rest], code) => {
  const dir = await folder(name.replaceAll(' ', '-'), files);
  const args =
    first === 'nowhere' ? [join(dir, first)] : [dir, ...(first === undefined ? [] : [first, ...rest])];
  const ended = await touchstone(['similarity', ...args, '--format', 'json']);
  expect(ended.code).toBe(2);
  expect(JSON.parse(ended.out)).toMatchObject({ decision: null, error: { code } });
});
