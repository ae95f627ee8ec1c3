import asyncio
import logging
import sys
from functools import lru_cache
from itertools import accumulate, count, takewhile

logging.basicConfig(level=logging.DEBUG)


@lru_cache(maxsize=None)
def add(a, b):
    print("adding", a, "and", b)
    logging.info("%s + %s", a, b)
    return a + b


def mean(numbers):
    *_, total = accumulate(numbers)
    print("mean of", *numbers, sep="\n", file=sys.stderr)
    return total / len(numbers)


async def later(number):
    print("later:", number)
    first, second = await asyncio.gather(asyncio.sleep(0.01, number), asyncio.sleep(0.001, number))
    return first + second


def count_to(n):
    for number in takewhile(lambda number: number <= n, count(1)):
        print(number, end=" ", flush=True)
        yield number
    print("... done")
