import os
import sys

which = sum(map(ord, "".join(sys.argv) + (sys.stdin.readline() if len(sys.argv) == 1 else ""))) % 4
if which == 0:
    for _ in range(3000):
        try:
            os.mkdir("d")
            os.chdir("d")
        except OSError:
            break
elif which == 1:
    for number in range(100_000):
        try:
            open(f"{number}-\udcff\n\u202e", "w").close()
        except OSError:
            break
elif which == 2:
    os.mkfifo("words.txt")
    os.makedirs("a/b/c")
    with open("a/b/c/large", "wb") as file:
        file.truncate(2**30)
    os.chmod("a/b", 0)
    os.chmod("a", 0)
else:
    folder = os.getcwd()
    os.chdir("/")
    os.rename(folder, f"{folder}-moved")
    os.symlink("/", folder)
