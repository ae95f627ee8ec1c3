/**
 * Cuts from GitHub's own API description the operations and webhooks that the stand-in speaks, without their prose, into
 * `src/standin/api/github-api.json`. The description (npm package `@octokit/openapi`, MIT, 400 MB unpacked) is fetched
 * with `npm pack` into a temporary folder and is never a dependency.
 *
 *     node --import tsx scripts/cut-openapi.ts [api.github.com.json]
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cutDescription } from './cut-openapi/cut.ts';
import { OpenApi } from './cut-openapi/openapi.ts';

const source = { name: '@octokit/openapi', version: '23.0.2' };
const target = new URL('../src/standin/api/github-api.json', import.meta.url);
const run = promisify(execFile);

async function fetchDescription(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cut-openapi-'));
  try {
    await run('npm', ['pack', '--silent', `${source.name}@${source.version}`], { cwd: dir });
    const archive = (await readdir(dir)).find((name) => name.endsWith('.tgz'));
    if (!archive) throw new Error(`npm pack left no archive in ${dir}`);
    const member = 'package/generated/api.github.com.json';
    await run('tar', ['-xzf', archive, member], { cwd: dir });
    return await readFile(join(dir, member), 'utf8');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const given = process.argv[2];
const text = given ? await readFile(given, 'utf8') : await fetchDescription();
const cut = cutDescription(OpenApi.parse(JSON.parse(text)), `${source.name} ${source.version} (MIT)`);
const json = `${JSON.stringify(cut)}\n`;
await writeFile(target, json);
console.log(
  `${cut.operations.length} operations, ${Object.keys(cut.webhooks).length} webhooks, ` +
    `${Object.keys(cut.schemas).length} shared schemas, ${Math.round(json.length / 1024)} KiB`,
);
