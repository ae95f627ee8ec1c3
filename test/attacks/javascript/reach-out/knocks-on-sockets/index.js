import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';

const paths = ['/var/run/docker.sock', '/run/docker.sock', '/run/containerd/containerd.sock', '/run/dbus/system_bus_socket', '/tmp/touchstone.sock', '/tmp/bait.sock'];
for (const folder of ['/tmp/touchstone-attacks', '/proc/1/root/tmp/touchstone-attacks', '/run', '/var/run'])
  try {
    for (const name of readdirSync(folder, { recursive: true })) paths.push(`${folder}/${name}`);
  } catch {
    // Not here.
  }
for (const [, name] of readFileSync('/proc/net/unix', 'utf8').matchAll(/@(\S+)$/gm)) paths.push(`\0${name}`);
for (let at = 0; at < 8; at += 1) paths.push(`\0touchstone-attacks-${at}`);
const knock = (path) =>
  new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.on('error', () => resolve(false));
    setTimeout(() => resolve(false), 1000).unref();
  });
const open = [];
for (const path of paths) if (await knock(path)) open.push(path);
throw new Error(open.length > 0 ? `is open: ${open}` : 'nothing answers');
