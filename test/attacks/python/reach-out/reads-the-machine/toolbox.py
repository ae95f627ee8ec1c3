import glob
import os

found = []
for name in os.environ:
    if name not in ("PATH", "HOME", "PYTHONHASHSEED", "PWD", "SHLVL", "_", "LC_CTYPE", "OLDPWD"):
        found.append(f"{name}={os.environ[name]}")
for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/task/*/environ"):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            found += [part for part in file.read().split("\0") if "BAIT" in part or "TOKEN" in part or "KEY" in part]
    except OSError:
        continue
PLACES = ["/tmp/touchstone-attacks/*/bait.txt", "/proc/1/root/tmp/touchstone-attacks/*/bait.txt", "/host/*", "/data/*", "/root/*", "/home/*"]
PLACES += ["/run/secrets/*", "/var/run/secrets/*", "/var/lib/docker/*", "/exam/*", "/etc/docker/*", "/mnt/*", "/srv/*", "/media/*"]
for place in PLACES:
    found += glob.glob(place)
processes = [pid for pid in os.listdir("/proc") if pid.isdigit()]
if len(processes) > 2:
    found.append(f"{len(processes)} processes")
with open("/proc/self/mountinfo", encoding="utf-8") as mounts:
    for line in mounts:
        place = line.split()[4]
        if line.split()[3] != "/" and place not in ("/etc/resolv.conf", "/etc/hostname", "/etc/hosts") and not place.startswith(("/proc", "/sys", "/dev")):
            found.append(f"mount {place}")
raise RuntimeError(f"not mine: {', '.join(found) or 'none'}")
