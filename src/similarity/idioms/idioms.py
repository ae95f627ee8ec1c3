# What many write in the same way without having it from each other: no group is made of it.
import functools
import math
import random
from collections import Counter, defaultdict


def clamp(value, low, high):
    return max(low, min(value, high))


def clamp_to(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def clamped(value, low, high):
    if value < low:
        return low
    elif value > high:
        return high
    else:
        return value


def flatten(items):
    return [x for sub in items for x in sub]


def flattened(items):
    result = []
    for item in items:
        if isinstance(item, list):
            result.extend(flattened(item))
        else:
            result.append(item)
    return result


def flat(items):
    result = []
    for sub in items:
        for item in sub:
            result.append(item)
    return result


def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i : i + size]


def chunked(items, size):
    return [items[i : i + size] for i in range(0, len(items), size)]


def chunk_list(items, size):
    result = []
    for i in range(0, len(items), size):
        result.append(items[i : i + size])
    return result


def unique(items):
    seen = set()
    result = []
    for item in items:
        if item not in seen:
            seen.add(item)
            result.append(item)
    return result


def unique_of(items):
    return list(dict.fromkeys(items))


def count(items):
    counts = {}
    for item in items:
        if item in counts:
            counts[item] += 1
        else:
            counts[item] = 1
    return counts


def count_by(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


def counted(items):
    return Counter(items).most_common()


def group_by(items, key):
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def average(numbers):
    return sum(numbers) / len(numbers)


def average_of(numbers):
    if not numbers:
        return 0
    return sum(numbers) / len(numbers)


def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def capitalize(text):
    return text[0].upper() + text[1:]


def title(text):
    return " ".join(word.capitalize() for word in text.split())


def is_empty(value):
    return value is None or len(value) == 0


def is_palindrome(text):
    return text == text[::-1]


def is_even(number):
    return number % 2 == 0


def is_prime(number):
    if number < 2:
        return False
    for i in range(2, int(math.sqrt(number)) + 1):
        if number % i == 0:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def letters(text):
    return "".join(c for c in text.lower() if c.isalpha())


def alphanumeric(text):
    return "".join(filter(str.isalnum, text))


def shuffled(items):
    copy = list(items)
    random.shuffle(copy)
    return copy


def pairs(items):
    return list(zip(items, items[1:]))


def transposed(rows):
    return [list(row) for row in zip(*rows)]


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    return wrapper


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def read_lines(path):
    with open(path) as f:
        return [line.strip() for line in f.readlines()]


def read_int(question):
    while True:
        try:
            return int(input(question))
        except ValueError:
            print("Please enter a number")


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def is_empty(self):
        return len(self.items) == 0

    def __repr__(self):
        return f"{self.__class__.__name__}({self.items!r})"

    def __eq__(self, other):
        return self.items == other.items


if __name__ == "__main__":
    main()
