import type { RefusedFamily } from './family.ts';

/**
 * What is left out, and why. All of it would be refused without this list too: it is here so that nothing is left out by
 * oversight, and so that what programs fall back from gets the answer that they fall back on.
 */
export const refusedFamilies: readonly RefusedFamily[] = [
  {
    family: 'clone with its arguments in memory',
    why: 'A filter cannot look into memory, so it could not see a new namespace being asked for. The C library falls back on `clone`.',
    answer: 'ENOSYS',
    calls: ['clone3'],
  },
  {
    family: 'io_uring',
    why: 'Runs other system calls past this filter, and has had more holes than any other part of the kernel. Node falls back on threads.',
    answer: 'ENOSYS',
    calls: ['io_uring_setup', 'io_uring_enter', 'io_uring_register'],
  },
  {
    family: 'programs and data without a file',
    why: 'A file that is in no folder goes round `noexec`, and counts against no limit on files.',
    answer: 'ENOSYS',
    calls: ['memfd_create', 'memfd_secret', 'execveat'],
  },
  {
    family: 'pages of files put into pipes',
    why: 'Lends pages of the page cache to whoever holds the pipe: faults there (Dirty Pipe, CVE-2022-0847; CVE-2026-31431) let a reader write to files of the image, which other containers share. Programs fall back on reading and writing when they are told that it does not go with these files.',
    answer: 'EINVAL',
    calls: ['sendfile', 'splice', 'tee', 'vmsplice'],
  },
  {
    family: 'other processes from within',
    why: "Reads, changes and steals from other processes. The channel's own memory is not to be looked at so easily, and debuggers are not needed.",
    calls: [
      'ptrace',
      'process_vm_readv',
      'process_vm_writev',
      'kcmp',
      'pidfd_getfd',
      'process_madvise',
      'process_mrelease',
    ],
  },
  {
    family: 'watching the kernel at work',
    why: 'Programs inside the kernel, counters and probes: made to see everything, and again and again a way to more rights.',
    calls: ['bpf', 'perf_event_open', 'lookup_dcookie', 'syslog', 'uretprobe', 'uprobe'],
  },
  {
    family: 'page faults by hand',
    why: 'Holds the kernel still in the middle of its work, which turns races into certainties.',
    calls: ['userfaultfd'],
  },
  {
    family: 'the page cache seen from outside',
    why: 'Tells which files other containers have just read.',
    calls: ['mincore', 'cachestat'],
  },
  {
    family: 'namespaces',
    why: 'A new user namespace gives all capabilities inside it, and with them most of the kernel that is otherwise out of reach.',
    calls: ['unshare', 'setns'],
  },
  {
    family: 'mounts and roots',
    why: 'The mounts are part of what keeps the container in.',
    calls: [
      ...['mount', 'umount2', 'pivot_root', 'chroot', 'fsopen', 'fsconfig', 'fsmount', 'fspick'],
      ...[
        'open_tree',
        'open_tree_attr',
        'move_mount',
        'mount_setattr',
        'statmount',
        'listmount',
        'sysfs',
        'ustat',
      ],
    ],
  },
  {
    family: 'files by handle',
    why: 'A handle reaches a file past all folders and mounts (the "shocker" escape).',
    calls: ['name_to_handle_at', 'open_by_handle_at'],
  },
  {
    family: 'watching whole file systems',
    why: 'Sees and stops accesses of others. What happens in own folders is told by inotify.',
    calls: ['fanotify_init', 'fanotify_mark'],
  },
  {
    family: 'attributes written',
    why: 'Takes memory of the kernel that not every kernel counts for the container. Programs that copy files go on without.',
    answer: 'ENOTSUP',
    calls: [
      ...['setxattr', 'lsetxattr', 'fsetxattr', 'setxattrat', 'removexattr', 'lremovexattr', 'fremovexattr'],
      ...['removexattrat', 'getxattrat', 'listxattrat', 'file_getattr', 'file_setattr'],
    ],
  },
  {
    family: 'keys',
    why: "The kernel's keyrings are not parted between containers, and count per user.",
    calls: ['add_key', 'request_key', 'keyctl'],
  },
  {
    family: 'input and output behind the back',
    why: 'The number of requests is limited for the whole machine (aio-max-nr): one container could use up what a database needs.',
    calls: ['io_setup', 'io_destroy', 'io_submit', 'io_cancel', 'io_getevents', 'io_pgetevents'],
  },
  {
    family: 'messages, semaphores and shared memory between processes',
    why: 'The container has no shared memory (`ipc none`); what System V makes outlives its process.',
    calls: [
      ...['msgget', 'msgctl', 'msgsnd', 'msgrcv', 'semget', 'semctl', 'semop', 'semtimedop'],
      ...['shmget', 'shmat', 'shmctl', 'shmdt'],
      ...['mq_open', 'mq_unlink', 'mq_timedsend', 'mq_timedreceive', 'mq_notify', 'mq_getsetattr'],
    ],
  },
  {
    family: 'another user',
    why: 'There is one user in the container; nothing can become another one.',
    calls: [
      ...['setuid', 'setgid', 'setreuid', 'setregid', 'setresuid', 'setresgid', 'setfsuid', 'setfsgid'],
      ...['setgroups', 'capset'],
    ],
  },
  {
    family: 'a filter, a supervisor or a sandbox of its own',
    why: 'Adds filters to this one, with a supervisor that answers for the kernel. Nothing that is marked makes sandboxes.',
    answer: 'ENOSYS',
    calls: ['seccomp', 'landlock_create_ruleset', 'landlock_add_rule', 'landlock_restrict_self'],
  },
  {
    family: 'being served before others',
    why: 'Runs are fair because each has its share of the processors. `nice`, which only yields, is allowed.',
    calls: [
      'sched_setscheduler',
      'sched_setparam',
      'sched_setattr',
      'sched_setaffinity',
      'ioprio_set',
      'ioprio_get',
    ],
  },
  {
    family: 'memory that stays',
    why: 'Locked memory cannot be taken back, and where memory lies is not for a container to say.',
    calls: [
      ...['mlock', 'mlock2', 'mlockall', 'munlock', 'munlockall', 'remap_file_pages', 'map_shadow_stack'],
      ...[
        'mbind',
        'set_mempolicy',
        'set_mempolicy_home_node',
        'get_mempolicy',
        'migrate_pages',
        'move_pages',
      ],
    ],
  },
  {
    family: 'everything to the disk',
    why: 'Makes the whole machine write out what it has, which every other run then waits for. `fsync` on own files is allowed.',
    calls: ['sync', 'syncfs'],
  },
  {
    family: 'modules and other kernels',
    why: 'Changes the kernel itself.',
    calls: [
      ...['init_module', 'finit_module', 'delete_module', 'create_module', 'query_module', 'get_kernel_syms'],
      ...['kexec_load', 'kexec_file_load'],
    ],
  },
  {
    family: 'clocks set',
    why: 'There is one clock for the whole machine.',
    calls: ['settimeofday', 'clock_settime', 'clock_adjtime', 'adjtimex'],
  },
  {
    family: 'the machine as a whole',
    why: 'For administrators of the machine.',
    calls: [
      'reboot',
      'swapon',
      'swapoff',
      'acct',
      'quotactl',
      'quotactl_fd',
      'sethostname',
      'setdomainname',
      'vhangup',
    ],
  },
  {
    family: 'the processor by hand',
    why: 'Ports, segment tables and 32-bit threads: the kernel works at its oldest there.',
    calls: ['iopl', 'ioperm', 'modify_ldt', 'set_thread_area', 'get_thread_area'],
  },
  {
    family: 'security modules',
    why: 'To ask and change what AppArmor or SELinux thinks.',
    answer: 'ENOSYS',
    calls: ['lsm_get_self_attr', 'lsm_set_self_attr', 'lsm_list_modules'],
  },
  {
    family: 'what is long gone',
    why: 'Numbers that are kept free.',
    calls: [
      ...[
        '_sysctl',
        'uselib',
        'nfsservctl',
        'getpmsg',
        'putpmsg',
        'afs_syscall',
        'tuxcall',
        'security',
        'vserver',
      ],
      ...['epoll_ctl_old', 'epoll_wait_old'],
    ],
  },
];
