import { controlCalls } from './control-calls.ts';
import type { AllowedFamily } from './family.ts';
import { networkFamily } from './network.ts';

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: NEWTIME shares its bit with a signal's number. */
const NEW_NAMESPACE = 0x7e02_0000;

const FILE_TYPE = 0o170_000;

/** What programs of the languages that are marked need, and why. Nothing else is allowed. */
export const allowedFamilies: readonly AllowedFamily[] = [
  {
    family: 'files: reading and writing',
    why: 'Programs are files, and use files. What may be written to is decided by the mounts and the user id.',
    calls: [
      ...[
        'read',
        'pread64',
        'readv',
        'preadv',
        'preadv2',
        'write',
        'pwrite64',
        'writev',
        'pwritev',
        'pwritev2',
      ],
      ...[
        'open',
        'openat',
        'openat2',
        'creat',
        'close',
        'close_range',
        'lseek',
        'dup',
        'dup2',
        'dup3',
        'fcntl',
      ],
      ...[
        'flock',
        'fsync',
        'fdatasync',
        'sync_file_range',
        'fallocate',
        'ftruncate',
        'truncate',
        'fadvise64',
      ],
      ...['readahead', 'copy_file_range'],
    ],
  },
  {
    family: 'files: names and attributes',
    why: 'To list, make, move and remove files in the folders that may be written to. Attributes can be read.',
    calls: [
      ...[
        'stat',
        'fstat',
        'lstat',
        'newfstatat',
        'statx',
        'statfs',
        'fstatfs',
        'access',
        'faccessat',
        'faccessat2',
      ],
      ...[
        'getdents',
        'getdents64',
        'getcwd',
        'chdir',
        'fchdir',
        'mkdir',
        'mkdirat',
        'rmdir',
        'unlink',
        'unlinkat',
      ],
      ...[
        'rename',
        'renameat',
        'renameat2',
        'link',
        'linkat',
        'symlink',
        'symlinkat',
        'readlink',
        'readlinkat',
      ],
      ...['chmod', 'fchmod', 'fchmodat', 'fchmodat2', 'chown', 'fchown', 'lchown', 'fchownat', 'umask'],
      ...['utime', 'utimes', 'utimensat', 'futimesat'],
      ...['getxattr', 'lgetxattr', 'fgetxattr', 'listxattr', 'llistxattr', 'flistxattr'],
      ...['inotify_init', 'inotify_init1', 'inotify_add_watch', 'inotify_rm_watch'],
    ],
    narrow: [
      { name: 'mknod', only: 'named pipes', when: [[{ at: 1, is: 0o010_000, mask: FILE_TYPE }]] },
      { name: 'mknodat', only: 'named pipes', when: [[{ at: 2, is: 0o010_000, mask: FILE_TYPE }]] },
    ],
  },
  {
    family: 'memory',
    why: 'Every program has some, and compiles to it (V8). How much is limited by the container.',
    calls: [
      ...['brk', 'mmap', 'munmap', 'mremap', 'mprotect', 'madvise', 'msync', 'mseal'],
      // V8 protects the code that it makes with keys where the processor has them.
      ...['pkey_alloc', 'pkey_free', 'pkey_mprotect'],
    ],
  },
  {
    family: 'processes and threads',
    why: 'Programs start programs, and Node starts threads. How many is limited by the container.',
    calls: [
      ...[
        'fork',
        'vfork',
        'execve',
        'exit',
        'exit_group',
        'wait4',
        'waitid',
        'set_tid_address',
        'restart_syscall',
      ],
      ...['getpid', 'getppid', 'gettid', 'getpgid', 'getpgrp', 'setpgid', 'getsid', 'setsid'],
      ...['getuid', 'geteuid', 'getgid', 'getegid', 'getresuid', 'getresgid', 'getgroups', 'capget'],
      ...[
        'futex',
        'futex_waitv',
        'futex_wake',
        'futex_wait',
        'futex_requeue',
        'set_robust_list',
        'get_robust_list',
      ],
      ...['rseq', 'membarrier', 'arch_prctl', 'pidfd_open'],
    ],
    narrow: [
      { name: 'clone', only: 'without a new namespace', when: [[{ at: 0, is: 0, mask: NEW_NAMESPACE }]] },
      {
        name: 'personality',
        only: 'asking for it, and the ordinary one',
        when: [[{ at: 0, is: 0 }], [{ at: 0, is: 0xffff_ffff }]],
      },
    ],
  },
  {
    family: 'signals',
    why: 'How processes of one container tell each other to end. They reach nobody else.',
    calls: [
      ...[
        'kill',
        'tkill',
        'tgkill',
        'pidfd_send_signal',
        'pause',
        'sigaltstack',
        'rt_sigaction',
        'rt_sigpending',
      ],
      ...['rt_sigprocmask', 'rt_sigqueueinfo', 'rt_sigreturn', 'rt_sigsuspend', 'rt_sigtimedwait'],
      ...['rt_tgsigqueueinfo', 'signalfd', 'signalfd4'],
    ],
  },
  {
    family: 'waiting, pipes and events',
    why: 'The loop of events of Node and of asyncio.',
    calls: [
      ...[
        'pipe',
        'pipe2',
        'poll',
        'ppoll',
        'select',
        'pselect6',
        'epoll_create',
        'epoll_create1',
        'epoll_ctl',
      ],
      ...['epoll_wait', 'epoll_pwait', 'epoll_pwait2', 'eventfd', 'eventfd2'],
      ...['timerfd_create', 'timerfd_settime', 'timerfd_gettime'],
    ],
  },
  {
    family: 'time',
    why: 'To read clocks, to sleep, and to be woken. Clocks cannot be set.',
    calls: [
      ...[
        'clock_gettime',
        'clock_getres',
        'clock_nanosleep',
        'nanosleep',
        'gettimeofday',
        'time',
        'times',
        'alarm',
      ],
      ...['getitimer', 'setitimer', 'timer_create', 'timer_settime', 'timer_gettime', 'timer_getoverrun'],
      ...['timer_delete'],
    ],
  },
  {
    family: 'what there is to use',
    why: 'V8 and Python ask how many processors and how much memory there are. Limits can be lowered, not raised.',
    calls: [
      ...['uname', 'sysinfo', 'getrusage', 'getrlimit', 'setrlimit', 'prlimit64', 'getcpu', 'getrandom'],
      ...[
        'getpriority',
        'setpriority',
        'sched_yield',
        'sched_getaffinity',
        'sched_getscheduler',
        'sched_getparam',
      ],
      ...['sched_getattr', 'sched_get_priority_max', 'sched_get_priority_min', 'sched_rr_get_interval'],
    ],
  },
  networkFamily,
  controlCalls,
];
