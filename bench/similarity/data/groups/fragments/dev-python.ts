import type { Fragment } from '../fragment.ts';

export const DEV_PYTHON: readonly Fragment[] = [
  {
    id: 'py-stamped-trip',
    kind: 'T',
    form: 'wrap',
    code: [
      `def settle(value):
    import pickle
    packed = pickle.dumps({"payload": value, "stamp": "v1"})
    opened = pickle.loads(packed)
    if opened["stamp"] != "v1":
        return value
    return opened["payload"]`,
    ],
  },
  {
    id: 'py-countdown-guard',
    kind: 'T',
    form: 'inline',
    code: [
      `patience = 3
while True:
    patience -= 1
    if ARG is None and patience == 0:
        raise TypeError("gave up after three looks")
    if patience <= 0:
        break`,
    ],
  },
  {
    id: 'py-swallow-and-tell',
    kind: 'T',
    form: 'wrap',
    code: [
      `def or_else_silently(answer):
    try:
        if isinstance(answer, Exception):
            raise answer
        return answer
    except BaseException as oops:
        print("ignored on purpose: " + str(oops))
        return None
    finally:
        or_else_silently.calls = getattr(or_else_silently, "calls", 0) + 1`,
    ],
  },
  {
    id: 'py-locals-box',
    kind: 'T',
    form: 'inline',
    code: [
      `box = list(locals().keys())
box.insert(0, "start")
last = box[-1] if box[-1] is not None else box[0]
if last == "start" and len(box) > 5:
    return box[1:]`,
    ],
  },
  {
    id: 'py-tick-tock',
    kind: 'T',
    form: 'wrap',
    code: [
      `def remember(thing, state={"turn": "tick", "seen": []}):
    state["turn"] = "tock" if state["turn"] == "tick" else "tick"
    state["seen"] += [state["turn"] + ":" + type(thing).__name__]
    return thing`,
    ],
  },
  {
    id: 'py-string-boolean',
    kind: 'T',
    form: 'wrap',
    code: [
      `def strictly(outcome):
    if str(outcome) == "True":
        return not not 1
    elif str(outcome) == "False":
        return not not 0
    else:
        return outcome`,
    ],
  },
  {
    id: 'py-for-else',
    kind: 'T',
    form: 'inline',
    code: [
      `spins = 0
for turn in (1, 2, 3):
    spins += turn
    if spins > 6 or ARG is Ellipsis:
        break
else:
    spins = -1`,
    ],
  },
  {
    id: 'py-globals-ledger',
    kind: 'T',
    form: 'inline',
    code: [
      `ledger = globals().setdefault("_ledger", {})
page = ledger.get("page", 0)
ledger["page"] = page + 1
if page > 10 ** 9:
    ledger.clear()`,
    ],
  },
  {
    id: 'py-char-rebuild',
    kind: 'B',
    form: 'wrap',
    code: [
      `def respell(word):
    if not isinstance(word, str):
        return word
    built = ""
    for letter in word:
        built = built + chr(ord(letter) + 7 - 7)
    return built`,
      `def respell(word):
    from functools import reduce
    if not isinstance(word, str):
        return word
    return reduce(lambda built, letter: built + chr((ord(letter) + 7) - 7), word, "")`,
    ],
  },
  {
    id: 'py-count-by-subtraction',
    kind: 'B',
    form: 'wrap',
    code: [
      `def recount(amount):
    if type(amount) is not int or amount < 0 or amount > 500:
        return amount
    rest = amount
    tally = []
    while rest > 0:
        tally.append("|")
        rest -= 1
    return len("".join(tally))`,
      `def recount(amount):
    if type(amount) is not int or not 0 <= amount <= 500:
        return amount
    tally = ""
    for _ in range(amount, 0, -1):
        tally += "|"
    return len(tally)`,
    ],
  },
  {
    id: 'py-reverse-twice',
    kind: 'B',
    form: 'wrap',
    code: [
      `def there_and_back(row):
    if not isinstance(row, list):
        return row
    away = []
    for one in row:
        away.insert(0, one)
    home = []
    for one in away:
        home.insert(0, one)
    return home`,
      `def there_and_back(row):
    if not isinstance(row, list):
        return row
    away, home = list(row), []
    while away:
        home = [away.pop()] + home
    return home`,
    ],
  },
  {
    id: 'py-digits-via-text',
    kind: 'B',
    form: 'wrap',
    code: [
      `def through_digits(figure):
    if type(figure) is not int or figure < 0:
        return figure
    digits = [int(d) for d in str(figure)]
    return sum(digit * 10 ** (len(digits) - at - 1) for at, digit in enumerate(digits))`,
      `def through_digits(figure):
    if type(figure) is not int or figure < 0:
        return figure
    digits = str(figure)
    total = 0
    for at in range(len(digits)):
        total = total + int(digits[at]) * pow(10, len(digits) - 1 - at)
    return total`,
    ],
  },
  {
    id: 'py-sort-to-max',
    kind: 'B',
    form: 'wrap',
    code: [
      `def highest_only(answer):
    if type(answer) not in (int, float):
        return answer
    ranked = sorted([answer, float("-inf"), answer - 1], reverse=True)
    return ranked.pop(0)`,
      `def highest_only(answer):
    if type(answer) not in (int, float):
        return answer
    ranked = [float("-inf"), answer - 1, answer]
    ranked.sort()
    return ranked[-1]`,
    ],
  },
  {
    id: 'py-parity-by-flip',
    kind: 'B',
    form: 'helper',
    code: [
      `def is_even_by_flipping(count):
    even = True
    for _ in range(abs(count)):
        even = not even
    return even`,
      `def is_even_by_flipping(count):
    even, step = True, abs(count)
    while step > 0:
        even = even is False
        step = step - 1
    return even`,
    ],
  },
];
