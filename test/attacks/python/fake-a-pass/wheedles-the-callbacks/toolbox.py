import gc
import json
import os
import struct
import threading
import time


def ask_by_hand(handle, number=1000):
    payload = json.dumps({"handle": handle, "args": {"root": ["r", 0], "nodes": [["l", [["r", 1], ["r", 2]]], ["l", []], ["d", []]]}})
    os.write(4, struct.pack(">IBI", 5 + len(payload), 7, number) + payload.encode())


def handles_of(function):
    return [cell.cell_contents for cell in function.__closure__ or () if isinstance(cell.cell_contents, int)]


def each(items, tell):
    for handle in handles_of(tell):
        for near in range(handle - 50, handle + 50):
            ask_by_hand(near, 10_000 + near - handle)
    threads = [threading.Thread(target=tell, args=(index, item)) for index, item in enumerate(items)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        try:
            tell(tell, [tell, {"tell": tell}])
            tell(*[tell] * 200, **{"named": 5})
        except BaseException:
            continue
    threading.Timer(0.05, tell, [1, 2]).start()
    return tell


def ask_until(ask):
    answers = []
    for number in (True, 1.0, "1", -1, 10**400, None, [1]):
        try:
            answers.append(ask(number))
        except BaseException:
            answers.append("no")
    for handle in handles_of(ask):
        ask_by_hand(handle)
    time.sleep(0.05)
    for thing in gc.get_objects():
        if type(thing).__name__ == "Callbacks":
            thing._known.clear()
    return ask


async def later(number):
    return later(number)


def add(a, b):
    return add
