import ctypes
import mmap
import os
import shutil
import subprocess
import sys

ran = []
CODE = b"#!/bin/sh\nexit 0\n"
FOLDERS = ["/tmp", "/submission", "/dev/shm", "/run", "/var/tmp", "/opt/touchstone", "/usr/local/bin", "/home", "/mnt"]


def attempt(name, function):
    try:
        if function() is not False:
            ran.append(name)
    except (OSError, ValueError, subprocess.SubprocessError):
        return


def map_to_run(path):
    with open(path, "r+b") as file:
        mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC, flags=mmap.MAP_PRIVATE).close()


for folder in FOLDERS:
    script, program, library = f"{folder}/owned.sh", f"{folder}/owned", f"{folder}/owned.so"
    try:
        with open(script, "wb") as file:
            file.write(CODE)
        shutil.copyfile("/bin/true", program)
        shutil.copyfile(next(line.split()[-1] for line in open("/proc/self/maps") if "libc.so" in line), library)
        for path in (script, program, library):
            os.chmod(path, 0o777)
    except OSError:
        continue
    attempt(script, lambda: subprocess.run([script], check=True, timeout=1))
    attempt(program, lambda: subprocess.run([program], check=True, timeout=1))
    attempt(f"{program} by the loader", lambda: subprocess.run(["/lib64/ld-linux-x86-64.so.2", program], check=True, timeout=1, stderr=-3))
    attempt(library, lambda: ctypes.CDLL(library))
    attempt(f"{program} as memory", lambda: map_to_run(program))
    attempt(f"{program} with more rights", lambda: (os.chmod(program, 0o4755), os.stat(program).st_uid == 0)[1])
for name in ("gcc", "cc", "tcc", "clang", "as", "ld", "sudo", "su", "mount", "newgrp", "passwd", "gpasswd", "chsh"):
    found = shutil.which(name)
    if found and os.stat(found).st_mode & 0o6000:
        ran.append(f"{found} with more rights")
if os.geteuid() == 0 or os.access("/usr", os.W_OK) or sys.flags.isolated < 0:
    ran.append("root")
raise RuntimeError(f"ran: {', '.join(ran) or 'none'}")
