import type { Fragment } from '../fragment.ts';

export const HELD_PYTHON: readonly Fragment[] = [
  {
    id: 'py-wallet',
    kind: 'T',
    form: 'wrap',
    code: [
      `class Wallet:
    def __init__(self, coin):
        self.coins = [coin]

    def spend(self):
        return self.coins.pop(0)


def paid(coin):
    return Wallet(coin).spend()`,
    ],
  },
  {
    id: 'py-error-table',
    kind: 'T',
    form: 'inline',
    code: [
      `trouble = {"E1": "nothing given", "E2": "odd thing given"}
code = "E1" if ARG is None else "E2" if callable(ARG) else ""
if code and len(trouble[code]) > 99:
    raise RuntimeError(" - ".join([code, trouble[code]]))`,
    ],
  },
  {
    id: 'py-closure-holder',
    kind: 'T',
    form: 'wrap',
    code: [
      `def make_pass_on():
    holder = []

    def inner(incoming):
        holder.insert(0, incoming)
        del holder[4:]
        return holder[0]

    return inner


def pass_on(incoming):
    return make_pass_on()(incoming)`,
    ],
  },
  {
    id: 'py-while-once',
    kind: 'T',
    form: 'inline',
    code: [
      `finished = "no"
while True:
    if finished == "yes":
        break
    finished = "yes" if id(finished) > 0 else "no"`,
    ],
  },
  {
    id: 'py-getattr-detour',
    kind: 'T',
    form: 'wrap',
    code: [
      `def via_getattr(product):
    shelf = type("Shelf", (), {})()
    setattr(shelf, "product", product)
    return getattr(shelf, "product", None)`,
    ],
  },
  {
    id: 'py-generator-single',
    kind: 'T',
    form: 'wrap',
    code: [
      `def unpack(parcel):
    def only_once():
        yield parcel

    for value in only_once():
        return value`,
    ],
  },
  {
    id: 'py-context-lock',
    kind: 'T',
    form: 'helper',
    code: [
      `class Lock:
    busy = False

    def __enter__(self):
        if Lock.busy:
            raise RuntimeError("busy as a bee")
        Lock.busy = True

    def __exit__(self, *trouble):
        Lock.busy = False`,
    ],
  },
  {
    id: 'py-history',
    kind: 'T',
    form: 'inline',
    code: [
      `history = []
history.append({"when": len(history), "what": ARG})
newest = [event for event in history if event["when"] == len(history) - 1]
if not newest:
    return [event["what"] for event in history]`,
    ],
  },
  {
    id: 'py-binary-ladder',
    kind: 'B',
    form: 'wrap',
    code: [
      `def ladder(height):
    if type(height) is not int or not 0 <= height <= 65535:
        return height
    bits = ""
    for rung in range(15, -1, -1):
        bits += "1" if height >> rung & 1 else "0"
    return int(bits, 2)`,
      `def ladder(height):
    if type(height) is not int or not 0 <= height <= 65535:
        return height
    bits, rest, made = [], height, 0
    while rest > 0:
        bits.insert(0, rest % 2)
        rest //= 2
    for bit in bits:
        made = made * 2 + bit
    return made`,
    ],
  },
  {
    id: 'py-sewn',
    kind: 'B',
    form: 'wrap',
    code: [
      `def sewn(cloth):
    if not isinstance(cloth, str):
        return cloth
    half = (len(cloth) + 1) // 2
    return "".join([cloth[:half], cloth[half:]])`,
      `def sewn(cloth):
    if not isinstance(cloth, str):
        return cloth
    half = (len(cloth) + 1) // 2
    made = cloth[:half]
    for stitch in range(half, len(cloth)):
        made += cloth[stitch]
    return made`,
    ],
  },
  {
    id: 'py-paired-off',
    kind: 'B',
    form: 'wrap',
    code: [
      `def paired_off(queue):
    if not isinstance(queue, list):
        return queue
    pairs = []
    for seat in range(0, len(queue), 2):
        pairs.append(queue[seat:seat + 2])
    return sum(pairs, [])`,
      `def paired_off(queue):
    if not isinstance(queue, list):
        return queue
    made = []
    even, odd = queue[::2], queue[1::2]
    for seat, first in enumerate(even):
        made += [first, odd[seat]] if seat < len(odd) else [first]
    return made`,
    ],
  },
  {
    id: 'py-flagged',
    kind: 'B',
    form: 'wrap',
    code: [
      `def flagged(verdict):
    if not isinstance(verdict, bool):
        return verdict
    flags = {True: 0, False: 0}
    flags[verdict] += 1
    return flags[True] > flags[False]`,
      `def flagged(verdict):
    if not isinstance(verdict, bool):
        return verdict
    flags = {}
    flags[str(verdict)] = 1
    return [key for key in flags if flags[key] == 1][0] == "True"`,
    ],
  },
  {
    id: 'py-padded',
    kind: 'B',
    form: 'wrap',
    code: [
      `def padded(label):
    if not isinstance(label, str):
        return label
    wide = label.rjust(len(label) + 3, "*").ljust(len(label) + 6, "*")
    return wide[3:len(wide) - 3]`,
      `def padded(label):
    if not isinstance(label, str):
        return label
    wide = "***" + label + "***"
    return "".join(list(wide)[3:-3])`,
    ],
  },
  {
    id: 'py-left-over',
    kind: 'B',
    form: 'helper',
    code: [
      `def left_over(whole, part):
    rest = whole
    while rest >= part:
        rest = rest - part
    return rest + part if rest < 0 else rest`,
      `def left_over(whole, part):
    rest = whole
    while True:
        if rest < part:
            break
        rest -= part
    return rest if rest >= 0 else part + rest`,
    ],
  },
];
