import type { Hardening } from '../../../../src/adapters/docker/hardening/hardening.ts';

/** What is tried inside a container, as an expression of JavaScript, and what has to come of it. */
export interface Property {
  it: string;
  probe: string;
  expected: (hardening: Hardening) => unknown;
  /** What gVisor, whose kernel has less to show, says instead; null where it has no such thing. */
  inGvisor?: ((hardening: Hardening) => unknown) | null;
}

/** What probes are written with. */
export const PRELUDE = `
const fs = require('node:fs'), os = require('node:os'), net = require('node:net');
const { execFileSync, spawnSync } = require('node:child_process');
const attempt = (action) => { try { action(); return 'done'; } catch (error) { return error.code ?? String(error); } };
const read = (path) => fs.readFileSync(path, 'utf8');
const status = (key) => new RegExp('^' + key + ':\\\\s*(.*)$', 'm').exec(read('/proc/self/status'))?.[1] ?? null;
const limit = (name) => new RegExp(name + ' +(\\\\S+) +(\\\\S+)').exec(read('/proc/self/limits'))?.slice(1) ?? null;
const mount = (path) => read('/proc/self/mounts').split('\\n').map((line) => line.split(' ')).filter(([, at]) => at === path).at(-1) ?? null;
const write = (path) => attempt(() => fs.writeFileSync(path, 'x'));
const seen = (path) => { try { return fs.statSync(path).isDirectory() ? fs.readdirSync(path).join() : read(path); } catch (error) { return error.code === 'ENOENT' || error.code === 'EACCES' ? '' : error.code; } };
const connected = (options) => new Promise((settle) => net.connect(options).on('connect', () => settle('done')).on('error', (error) => settle(error.code)).setTimeout(1000, () => settle('nothing')));
const listened = (host) => new Promise((settle) => { const server = net.createServer().on('error', (error) => settle(error.code)).listen(0, host, () => server.close(() => settle('done'))); });
`;

const first = (hardening: Hardening) => hardening.folders[0]?.path ?? '';
const same = (value: unknown) => () => value;

/** The hardening, part by part. */
export const properties: readonly Property[] = [
  {
    it: 'runs as the user of its role, in no other group',
    probe: '[process.getuid(), process.getgid(), process.getgroups()]',
    expected: ({ uid }) => [uid, uid, [uid]],
  },
  {
    it: 'has no capability, and none that it could get',
    probe: "['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].map(status)",
    expected: same(Array(5).fill('0000000000000000')),
    inGvisor: null,
  },
  { it: 'cannot gain privileges', probe: "status('NoNewPrivs')", expected: same('1'), inGvisor: null },
  {
    it: 'is under a filter for system calls',
    probe: "status('Seccomp')",
    expected: same('2'),
    inGvisor: null,
  },
  {
    it: 'has no program that runs as another user',
    probe:
      "execFileSync('/bin/sh', ['-c', 'find / -xdev -type f -perm /6000 2>/dev/null; true'], { encoding: 'utf8' })",
    expected: same(''),
  },
  { it: 'has no network but itself', probe: 'Object.keys(os.networkInterfaces())', expected: same(['lo']) },
  {
    it: 'reaches nothing outside',
    probe:
      "Promise.all([connected({ host: '172.17.0.1', port: 80 }), connected({ host: '169.254.169.254', port: 80 })])",
    expected: same(['ENETUNREACH', 'ENETUNREACH']),
    inGvisor: same(['EHOSTUNREACH', 'EHOSTUNREACH']),
  },
  {
    it: 'can listen on itself, under the name too',
    probe: "Promise.all([listened('127.0.0.1'), listened('localhost')])",
    expected: same(['done', 'done']),
  },
  {
    it: 'has an environment of HOME and PATH',
    probe: 'Object.keys(process.env).sort()',
    expected: same(['HOME', 'PATH']),
  },
  {
    it: 'is called the same everywhere',
    probe: 'os.hostname()',
    expected: same('sandbox'),
  },
  {
    it: 'cannot write outside its folders',
    probe:
      "['/x', '/etc/hosts', '/usr/x', '/opt/touchstone/x', '/var/tmp/x', '/run/x', '/home/x'].map(write).filter((code) => !['EROFS', 'EACCES'].includes(code))",
    expected: same([]),
  },
  {
    it: 'cannot write to devices, to the kernel or to shared memory',
    probe:
      "['/dev/x', '/dev/shm/x', '/dev/mqueue/x', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger', '/sys/x', '/sys/fs/cgroup/x'].map(write).filter((code) => !['EROFS', 'EACCES', 'ENOENT', 'EPERM'].includes(code))",
    expected: same([]),
  },
  {
    it: 'can write to its folders, which take neither programs nor devices nor other users',
    probe:
      "FOLDERS.map((path) => [write(path + '/x'), fs.statSync(path).uid, ['noexec', 'nosuid', 'nodev'].filter((option) => !mount(path)[3].split(',').includes(option))])",
    expected: ({ folders, uid }) => folders.map(() => ['done', uid, []]),
    // Its list of mounts tells noexec alone; the next two rows show what it does.
    inGvisor: ({ folders, uid }) => folders.map(() => ['done', uid, ['nosuid', 'nodev']]),
  },
  {
    it: 'still copies files, by whatever way',
    probe:
      "(() => { const at = FOLDERS[0]; fs.writeFileSync(at + '/a', 'text'); fs.copyFileSync(at + '/a', at + '/b'); fs.cpSync(at + '/a', at + '/c'); fs.copyFileSync('/etc/hosts', at + '/d'); execFileSync('/bin/cp', ['-a', at + '/a', at + '/e']); return [read(at + '/b'), read(at + '/c'), read(at + '/d') === read('/etc/hosts'), read(at + '/e')]; })()",
    expected: same(['text', 'text', true, 'text']),
  },
  {
    it: 'cannot run what it wrote',
    probe:
      "FOLDERS.map((path) => { fs.writeFileSync(path + '/program', '#!/bin/sh\\n', { mode: 0o755 }); return attempt(() => execFileSync(path + '/program')); })",
    expected: ({ folders }) => folders.map(() => 'EACCES'),
  },
  {
    it: 'cannot write a file that is too long',
    probe:
      "(() => { process.on('SIGXFSZ', () => {}); return attempt(() => fs.truncateSync(FOLDERS.at(-1) + '/x', FILE_BYTES + 1)); })()",
    expected: same('EFBIG'),
  },
  {
    it: 'cannot fill a folder beyond its size',
    probe:
      "attempt(() => { for (let n = 0; n < 100; n += 1) fs.writeFileSync('/tmp/fill' + n, Buffer.alloc(8 << 20)); })",
    expected: same('ENOSPC'),
    // Its folders have no limit of their own: they count as memory.
    inGvisor: null,
  },
  {
    it: 'cannot make files without end',
    probe:
      "attempt(() => { for (let n = 0; n < 20000; n += 1) fs.writeFileSync(FOLDERS[0] + '/f' + n, ''); })",
    expected: same('ENOSPC'),
    inGvisor: null,
  },
  {
    it: 'has limits on open files, long files, core dumps, locked memory and messages',
    probe:
      "['Max open files', 'Max file size', 'Max core file size', 'Max locked memory', 'Max msgqueue size'].map(limit)",
    expected: ({ openFiles, fileBytes }) =>
      [openFiles, fileBytes, 0, 0, 0].map((most) => [String(most), String(most)]),
    inGvisor: null,
  },
  {
    it: 'cannot raise its limits',
    probe: "spawnSync('/bin/sh', ['-c', 'ulimit -n 4096'], { encoding: 'utf8' }).status === 0",
    expected: same(false),
  },
  {
    it: 'sees its own processes alone',
    probe: "fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).every((pid) => Number(pid) < 200)",
    expected: same(true),
  },
  {
    it: 'sees nothing of the kernel that is covered up',
    probe: 'MASKED.map((path) => [path, seen(path)]).filter(([, text]) => text !== "").map(([path]) => path)',
    expected: same([]),
    // It is its own kernel's command line, and its own terminals.
    inGvisor: null,
  },
  {
    it: 'does not see where it stands on the machine',
    probe: "read('/proc/self/cgroup').split('\\n').filter((line) => line !== '' && !line.endsWith(':/'))",
    expected: same([]),
    inGvisor: null,
  },
  {
    it: "cannot protect itself from the machine's want of memory",
    probe:
      "write('/proc/self/oom_score_adj') === 'done' || attempt(() => fs.writeFileSync('/proc/self/oom_score_adj', '-1000'))",
    expected: same('EACCES'),
    inGvisor: null,
  },
  {
    it: "has no way to Docker's socket, and nothing of the machine's disk but its own name",
    probe:
      "read('/proc/self/mounts').split('\\n').map((line) => line.split(' ')).filter(([device, at]) => device.startsWith('/') && at !== '/etc/hostname').map(([, at]) => at).concat(['/var/run/docker.sock', '/run/docker.sock'].filter((path) => fs.existsSync(path)))",
    expected: same([]),
  },
  {
    it: 'sees one or more processors, and its limit on memory',
    probe: '[os.availableParallelism() >= 1, process.constrainedMemory()]',
    expected: ({ memoryBytes }) => [true, memoryBytes],
    inGvisor: null,
  },
];

/** One program that tries all of them and prints what came of each. */
export function programOf(
  tried: readonly Property[],
  hardening: Hardening,
  masked: readonly string[],
): string {
  const given = {
    FOLDERS: hardening.folders.map(({ path }) => path),
    FILE_BYTES: hardening.fileBytes,
    MASKED: masked,
  };
  const names = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const probes = tried.map(({ probe }) => `await one(async () => ${probe})`);
  return `${PRELUDE}
process.chdir(${JSON.stringify(first(hardening))});
${names.join('\n')}
const one = async (probe) => { try { return { value: await probe() }; } catch (error) { return { threw: String(error) }; } };
(async () => { console.log(JSON.stringify([${probes.join(',\n')}])); })();`;
}
