/** A call that is made by its number, from Perl, which every Debian has. */
export interface RawCall {
  family: string;
  name: string;
  /** On x86-64 and on 64-bit ARM; null where it has none. */
  numbers: readonly [number | null, number | null];
  args: readonly (number | string)[];
  /** The error's number. */
  refused: number;
}

export const ERRORS = { EPERM: 1, EINVAL: 22, ENOSYS: 38, ENOTSUP: 95 } as const;
const { EPERM, EINVAL, ENOSYS, ENOTSUP } = ERRORS;
const CLONE_NEWUSER = 0x1000_0000;
const SIGCHLD = 17;

const call = (
  family: string,
  name: string,
  numbers: readonly [number | null, number | null],
  args: readonly (number | string)[],
  refused: number = EPERM,
): RawCall => ({ family, name, numbers, args, refused });

/** At least one of each family that is left out, with arguments that would do something, or fail in another way. */
export const refusedCalls: readonly RawCall[] = [
  call('clone with its arguments in memory', 'clone3', [435, 435], [0, 0], ENOSYS),
  call('io_uring', 'io_uring_setup', [425, 425], [1, 0], ENOSYS),
  call('programs and data without a file', 'memfd_create', [319, 279], ['x', 0], ENOSYS),
  call('programs and data without a file', 'execveat', [322, 281], [-1, '', 0, 0, 0], ENOSYS),
  call('pages of files put into pipes', 'splice', [275, 76], [0, 0, 1, 0, 0, 0], EINVAL),
  call('pages of files put into pipes', 'sendfile', [40, 71], [-1, -1, 0, 1], EINVAL),
  call('other processes from within', 'ptrace', [101, 117], [0, 0, 0, 0]),
  call('other processes from within', 'process_vm_readv', [310, 270], [1, 0, 0, 0, 0, 0]),
  call('other processes from within', 'pidfd_getfd', [438, 438], [-1, 0, 0]),
  call('watching the kernel at work', 'bpf', [321, 280], [99, 0, 0]),
  call('watching the kernel at work', 'perf_event_open', [298, 241], [0, 0, -1, -1, 0]),
  call('watching the kernel at work', 'syslog', [103, 116], [10, 0, 0]),
  call('page faults by hand', 'userfaultfd', [323, 282], [99]),
  call('the page cache seen from outside', 'mincore', [27, 232], [1, 1, 0]),
  call('namespaces', 'unshare', [272, 97], [CLONE_NEWUSER]),
  call('namespaces', 'setns', [308, 268], [-1, 0]),
  call('namespaces', 'clone', [56, 220], [CLONE_NEWUSER + SIGCHLD, 0, 0, 0, 0]),
  call('mounts and roots', 'mount', [165, 40], [0, 0, 0, 0, 0]),
  call('mounts and roots', 'fsopen', [430, 430], ['tmpfs', 99]),
  call('mounts and roots', 'chroot', [161, 51], [0]),
  call('files by handle', 'open_by_handle_at', [304, 265], [-1, 0, 0]),
  call('files by handle', 'name_to_handle_at', [303, 264], [-1, 0, 0, 0, 0]),
  call('watching whole file systems', 'fanotify_init', [300, 262], [99_999, 0]),
  call('attributes written', 'setxattr', [188, 5], ['/tmp', 'user.x', 'x', 1, 0], ENOTSUP),
  call('keys', 'add_key', [248, 217], ['user', 'x', 'x', 1, -2]),
  call('keys', 'keyctl', [250, 219], [0, -3, 0]),
  call('input and output behind the back', 'io_setup', [206, 0], [1, 0]),
  call('messages, semaphores and shared memory between processes', 'shmget', [29, 194], [0, 4096, 0o1600]),
  call(
    'messages, semaphores and shared memory between processes',
    'mq_open',
    [240, 180],
    ['x', 0o102, 0o600, 0],
  ),
  call('another user', 'setresuid', [117, 147], [-1, -1, -1]),
  call('another user', 'setgroups', [116, 159], [0, 0]),
  call('a filter, a supervisor or a sandbox of its own', 'seccomp', [317, 277], [2, 0, 0], ENOSYS),
  call(
    'a filter, a supervisor or a sandbox of its own',
    'landlock_create_ruleset',
    [444, 444],
    [0, 0, 1],
    ENOSYS,
  ),
  call('being served before others', 'sched_setaffinity', [203, 122], [0, 0, 0]),
  call('being served before others', 'ioprio_set', [251, 30], [1, 0, 0]),
  call('memory that stays', 'mlockall', [151, 230], [99]),
  call('memory that stays', 'mbind', [237, 235], [0, 0, 0, 0, 0, 0]),
  call('everything to the disk', 'sync', [162, 81], []),
  call('modules and other kernels', 'finit_module', [313, 273], [-1, '', 0]),
  call('modules and other kernels', 'kexec_load', [246, 104], [0, 0, 0, 0]),
  call('clocks set', 'clock_settime', [227, 112], [0, 0]),
  call('clocks set', 'adjtimex', [159, 171], [0]),
  call('the machine as a whole', 'reboot', [169, 142], [0, 0, 0, 0]),
  call('the machine as a whole', 'sethostname', [170, 161], ['x', 1]),
  call('the processor by hand', 'iopl', [172, null], [3]),
  call('the processor by hand', 'modify_ldt', [154, null], [0, 0, 0]),
  call('security modules', 'lsm_get_self_attr', [459, 459], [0, 0, 0, 0], ENOSYS),
  call('what is long gone', 'uselib', [134, null], [0]),
];

const SOCKET = [41, 198] as const;
const IOCTL = [16, 29] as const;
const PRCTL = [157, 167] as const;

/** Calls of which only some requests are allowed. */
export const refusedRequests: readonly RawCall[] = [
  call('raw sockets', 'socket', SOCKET, [2, 3, 1]),
  call('sockets for packets', 'socket', SOCKET, [17, 3, 0]),
  call('sockets to the hypervisor (AF_VSOCK)', 'socket', SOCKET, [40, 1, 0]),
  call("the kernel's ciphers (AF_ALG)", 'socket', SOCKET, [38, 5, 0]),
  call('Bluetooth', 'socket', SOCKET, [31, 3, 0]),
  call('XDP', 'socket', SOCKET, [44, 3, 0]),
  call('audit messages (NETLINK_AUDIT)', 'socket', SOCKET, [16, 3, 9]),
  call('the firewall (NETLINK_NETFILTER)', 'socket', SOCKET, [16, 3, 12]),
  call('pings', 'socket', SOCKET, [2, 2, 1]),
  call('SCTP, which would load a module', 'socket', SOCKET, [2, 1, 132]),
  call('several ways at once (MPTCP)', 'socket', SOCKET, [2, 1, 262]),
  call('a socket whose flags hide its type', 'socket', SOCKET, [2, 3 + 0o2000_000, 1]),
  call('pairs of internet sockets', 'socketpair', [53, 199], [2, 1, 0, 0]),
  call('filters on sockets (SO_ATTACH_FILTER)', 'setsockopt', [54, 208], [0, 1, 26, 0, 0]),
  call('encryption in the kernel (TCP_ULP)', 'setsockopt', [54, 208], [0, 6, 31, 0, 0]),
  call('firewall tables (IPT_SO_SET_REPLACE)', 'setsockopt', [54, 208], [0, 0, 64, 0, 0]),
  call('characters put into a terminal (TIOCSTI)', 'ioctl', IOCTL, [0, 0x5412, 0]),
  call('the lock of a terminal (TIOCSPTLCK)', 'ioctl', IOCTL, [0, 0x4004_5431, 0]),
  call('another root for /proc/self/exe (PR_SET_MM)', 'prctl', PRCTL, [35, 0, 0, 0, 0]),
  call('merging of equal memory (PR_SET_MEMORY_MERGE)', 'prctl', PRCTL, [67, 1, 0, 0, 0]),
  call('a filter by the older call (PR_SET_SECCOMP)', 'prctl', PRCTL, [22, 2, 0, 0, 0]),
  call('ambient capabilities', 'prctl', PRCTL, [47, 2, 0, 0, 0]),
  call('memory without a random place (personality)', 'personality', [135, 92], [0x004_0000]),
  call('a device', 'mknodat', [259, 33], [-100, '/tmp/device', 0o20_666, 0x103]),
];
