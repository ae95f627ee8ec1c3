import os
import struct


def raw(payload):
    for number in range(1, 400):
        os.write(4, struct.pack(">IBI", 5 + len(payload), 6, number) + payload)


def total(numbers):
    raw(b"[" * 500_000)


def names():
    raw(b'{"value":{"root":["b","' + b"f" * 900_000 + b'"],"nodes":[]}}')


def counts():
    raw(b'{"value":{"root":["r",0],"nodes":[["t",[["r",0]]]]}}')


def opened():
    raw(b'{"thrown":{"root":["i",1,["r",0],["y",99],"x"],"nodes":[["K",{"handle":-1}]]},"back":[[]]}')


def each(numbers, check):
    raw(b'{"value":{"root":["T","KeyboardInterrupt"],"nodes":[]},"failed":{"reason":"total-time"}}' * 3)
