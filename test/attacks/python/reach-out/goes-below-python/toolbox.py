import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
X86 = {
    "ptrace": 101, "unshare": 272, "mount": 165, "umount2": 166, "pivot_root": 155, "setns": 308, "bpf": 321, "keyctl": 250,
    "add_key": 248, "request_key": 249, "userfaultfd": 323, "perf_event_open": 298, "io_uring_setup": 425, "memfd_create": 319,
    "open_by_handle_at": 304, "kexec_load": 246, "init_module": 175, "finit_module": 313, "syslog": 103, "swapon": 167,
    "reboot": 169, "sethostname": 170, "chroot": 161, "mknod": 133, "fanotify_init": 300, "quotactl": 179, "acct": 163,
    "process_vm_readv": 310, "setuid": 105, "setgid": 106, "clone3": 435, "open_tree": 428, "fsopen": 430, "move_mount": 429,
    "iopl": 172, "ioperm": 173, "personality": 135, "vhangup": 153, "settimeofday": 164, "clock_settime": 227, "modify_ldt": 154,
}
NEW_USER, NEW_NET, NEW_NS = 0x10000000, 0x40000000, 0x00020000
doors = []


def call(name, *arguments):
    result = libc.syscall(X86[name], *arguments)
    if result >= 0:
        doors.append(name)
    return result


if platform.machine() == "x86_64":
    call("ptrace", 16, os.getppid() or 1, 0, 0)
    for flags in (NEW_USER, NEW_NET, NEW_NS, NEW_USER | NEW_NET | NEW_NS):
        call("unshare", flags)
    call("mount", b"none", b"/tmp", b"tmpfs", 0, 0)
    call("mount", b"proc", b"/tmp", b"proc", 0, 0)
    call("umount2", b"/proc", 2)
    call("pivot_root", b"/tmp", b"/tmp")
    call("setns", os.open("/proc/1/ns/net", os.O_RDONLY) if os.access("/proc/1/ns/net", os.R_OK) else 0, 0)
    call("bpf", 0, ctypes.create_string_buffer(128), 128)
    call("keyctl", 0, -3, 1)
    call("add_key", b"user", b"x", b"x", 1, -3)
    call("request_key", b"user", b"x", 0, -3)
    call("userfaultfd", 0)
    call("perf_event_open", ctypes.create_string_buffer(128), 0, -1, -1, 0)
    call("io_uring_setup", 8, ctypes.create_string_buffer(256))
    call("memfd_create", b"x", 0)
    call("open_by_handle_at", 3, ctypes.create_string_buffer(64), 0)
    call("kexec_load", 0, 0, 0, 0)
    call("init_module", b"", 0, b"")
    call("finit_module", 0, b"", 0)
    call("syslog", 3, ctypes.create_string_buffer(4096), 4096)
    call("swapon", b"/tmp/x", 0)
    call("sethostname", b"owned", 5)
    call("chroot", b"/tmp")
    call("mknod", b"/tmp/disk", 0o060666, 0x800)
    call("fanotify_init", 0, 0)
    call("quotactl", 0x80000100, 0, 0, 0)
    call("acct", b"/tmp/acct")
    call("process_vm_readv", 1, 0, 0, 0, 0, 0) if os.getpid() != 1 else None
    call("setuid", 0)
    call("setgid", 0)
    call("open_tree", -100, b"/", 1)
    call("fsopen", b"tmpfs", 0)
    call("iopl", 3)
    call("ioperm", 0, 1, 1)
    call("settimeofday", ctypes.create_string_buffer(16), 0)
    call("clock_settime", 0, ctypes.create_string_buffer(16))
for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/fs/cgroup/release_agent", "/sys/kernel/uevent_helper", "/proc/1/oom_score_adj"):
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write("|/tmp/owned" if "oom" not in path else "-1000")
        doors.append(path)
    except OSError:
        continue
for path in ("/proc/kcore", "/proc/kmsg", "/dev/mem", "/dev/kmem", "/dev/sda", "/dev/vda", "/dev/kvm", "/dev/fuse", "/dev/net/tun", "/etc/shadow"):
    try:
        # What is covered can be opened, and has nothing in it.
        if os.read(os.open(path, os.O_RDONLY | os.O_NONBLOCK), 1):
            doors.append(path)
    except OSError:
        continue
raise RuntimeError(f"open doors: {', '.join(doors) or 'none'}")
