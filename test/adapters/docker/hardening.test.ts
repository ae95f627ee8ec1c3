import { expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { Limits } from '../../../src/domain/course/limits.ts';

// Each property is probed from inside a learner's container: what counts is what the kernel does, not what was asked for.
const PROBES = `
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

const status = (key) => new RegExp('^' + key + ':\\\\s*(.*)$', 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const attempt = (action) => { try { action(); return 'done'; } catch (error) { return error.code ?? String(error); } };

export const uid = () => process.getuid() + ':' + process.getgid() + ':' + process.getgroups();
export const capabilities = () => [status('CapEff'), status('CapPrm'), status('CapBnd'), status('CapAmb')];
export const noNewPrivileges = () => status('NoNewPrivs');
export const seccomp = () => status('Seccomp');
export const network = () => Object.keys(networkInterfaces());
export const writeRoot = () => ['/x', '/etc/x', '/usr/x', '/opt/touchstone/x', '/node_modules/x'].map((path) => attempt(() => writeFileSync(path, '')));
export const execute = (folder) => {
  writeFileSync(folder + '/program', '#!/bin/sh\\n');
  chmodSync(folder + '/program', 0o755);
  return attempt(() => execFileSync(folder + '/program'));
};
export const environment = () => Object.keys(process.env).sort();
export const processes = () => readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length;
export const limitsOf = () => Object.fromEntries(['Max open files', 'Max core file size', 'Max file size'].map((name) => [name, new RegExp(name + '\\\\s+(\\\\S+)').exec(readFileSync('/proc/self/limits', 'utf8'))[1]]));
export const setuid = () => execFileSync('/bin/sh', ['-c', 'find / -xdev -type f -perm /6000 2>/dev/null; true'], { encoding: 'utf8' });
export const sockets = () => ['/var/run/docker.sock', '/run/docker.sock'].map((path) => attempt(() => readFileSync(path)));
export const forks = async () => {
  let started = 0;
  const children = [];
  for (let n = 0; n < 100; n += 1) {
    const child = spawn('/bin/sleep', ['5']);
    children.push(new Promise((resolve) => { child.on('spawn', () => { started += 1; resolve(child); }); child.on('error', () => resolve(null)); }));
  }
  for (const child of await Promise.all(children)) child?.kill('SIGKILL');
  return started;
};
export const fill = (folder) => attempt(() => { for (let n = 0; n < 100; n += 1) writeFileSync(folder + '/fill' + n, Buffer.alloc(8 * 1024 * 1024)); });
export const manyFiles = (folder) => attempt(() => { for (let n = 0; n < 20_000; n += 1) writeFileSync(folder + '/f' + n, ''); });
`;

const TESTS = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const probe = await submission.load('index.js');
test('runs as its own user without groups', () => assert.equal(probe.uid(), '10001:10001:10001'));
test('has no capability', () => assert.deepEqual(probe.capabilities(), Array(4).fill('0000000000000000')));
test('cannot gain privileges', () => assert.equal(probe.noNewPrivileges(), '1'));
test('is under seccomp', () => assert.equal(probe.seccomp(), '2'));
test('has no network but itself', () => assert.deepEqual(probe.network(), ['lo']));
test('cannot write outside its folders', () => assert.ok(probe.writeRoot().every((code) => ['EROFS', 'EACCES', 'ENOENT'].includes(code))));
test('cannot execute what it wrote', () => assert.deepEqual(['/submission', '/tmp'].map((folder) => probe.execute(folder)), ['EACCES', 'EACCES']));
test('has a bare environment', () => assert.deepEqual(probe.environment(), ['HOME', 'PATH', 'PWD']));
test('sees its own processes alone', () => assert.ok(probe.processes() <= 2));
test('has limits on files', () => assert.deepEqual(probe.limitsOf(), { 'Max open files': '512', 'Max core file size': '0', 'Max file size': String(32 * 1024 * 1024) }));
test('has no program that runs as another user', () => assert.equal(probe.setuid(), ''));
test('has no way to Docker', () => assert.deepEqual(probe.sockets(), ['ENOENT', 'ENOENT']));
test('cannot start processes without end', async () => assert.ok((await probe.forks()) < 64));
test('cannot fill a folder', () => assert.equal(probe.fill('/tmp'), 'ENOSPC'));
test('cannot make files without end', () => assert.equal(probe.manyFiles('/submission'), 'ENOSPC'));
`;

test("a learner's container holds", { timeout: 240_000 }, async () => {
  const sandbox = createDockerSandbox({ gradersDir: new URL('../../../graders', import.meta.url).pathname });
  const text = (value: string) => new TextEncoder().encode(value);
  const outcome = await sandbox.run({
    grader: 'node',
    project: { slug: 'probes', dependencies: new Map() },
    submission: new Map([
      ['package.json', text('{ "type": "module" }')],
      ['index.js', text(PROBES)],
    ]),
    tests: new Map([['hidden/probes.test.js', text(TESTS)]]),
    expected: [...TESTS.matchAll(/^test\('([^']+)'/gm)].map(([, name]) => name ?? ''),
    partial: false,
    limits: Limits.parse({ callSeconds: 10, testSeconds: 20 }),
    signal: new AbortController().signal,
    onTest: () => undefined,
  });
  const failed =
    outcome.kind === 'completed' ? outcome.tests.filter(({ status }) => status !== 'passed') : outcome;
  expect(failed).toEqual([]);
});
