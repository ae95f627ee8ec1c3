import os
import socket
import sys

for target in ("/proc/1/environ", "/proc/1/root/etc/shadow", "/etc/passwd", "/proc/self/mem", "/dev/zero", "../../exam", "/var/run/docker.sock"):
    name = "link" + target.replace("/", "-")
    for link in (name, f"{name}.txt", "canary-out.txt"):
        try:
            os.symlink(target, link)
        except OSError:
            continue
os.mkfifo("pipe")
os.symlink("loop", "loop")
os.symlink(".", "circle")
os.link("/etc/passwd", "hard") if os.access("/etc", os.W_OK) else None
socket.socket(socket.AF_UNIX).bind("socket")
with open("sparse", "wb") as file:
    file.truncate(2**20)
os.makedirs("closed/inner")
os.chmod("closed", 0)
for name in (b"not-\xff-text", b"line\nbreak", b"-rf", b"\xe2\x80\xae", b"<img src=x onerror=owned>"):
    try:
        with open(name, "wb") as file:
            file.write(b"owned")
    except OSError:
        continue
sys.exit(0)
