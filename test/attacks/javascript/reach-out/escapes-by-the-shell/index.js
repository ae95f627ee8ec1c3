import { spawnSync } from 'node:child_process';

// What an administrator's shell would do.
const commands = [
  'mount -t proc proc /tmp && echo OUT',
  'unshare -Urm true && echo OUT',
  'unshare -n true && echo OUT',
  'nsenter -t 1 -a true && echo OUT',
  'chroot / true && echo OUT',
  'su -c true && echo OUT',
  'sudo -n true && echo OUT',
  'setpriv --reuid 0 true && echo OUT',
  'mknod /tmp/sda b 8 0 && echo OUT',
  'echo OUT > /proc/sys/kernel/core_pattern && echo OUT',
  'echo b > /proc/sysrq-trigger && echo OUT',
  'mkdir /sys/fs/cgroup/memory/x && echo OUT',
  'echo 1 > /sys/fs/cgroup/memory/memory.limit_in_bytes && echo OUT',
  'find / -perm -4000 -type f 2>/dev/null | grep . && echo OUT',
  'chown 0 /tmp && echo OUT',
  'hostname owned && echo OUT',
  'date -s 2001-01-01 && echo OUT',
  'dmesg | grep . && echo OUT',
  'renice -n -5 $$ && echo OUT',
  'ulimit -n 100000 && echo OUT',
  'cat /proc/kallsyms | grep -v "^0000000000000000" | grep . && echo OUT',
  'umount /submission && echo OUT',
  'mount -o remount,exec /tmp && echo OUT',
  'mount -o remount,rw / && echo OUT',
];
const out = commands.filter((command) => spawnSync('/bin/sh', ['-c', command], { timeout: 1000 }).stdout?.includes('OUT'));
throw new Error(out.length > 0 ? `got out: ${out.join('; ')}` : 'no way out');
