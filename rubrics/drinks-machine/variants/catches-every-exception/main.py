"""Reads orders from standard input, one a line."""

import sys

from machine import Machine, NotEnough, SoldOut

STOCK = {"tea": (120, 2), "juice": (180, 1)}


def told(coins):
    return "change " + " ".join(map(str, coins)) if coins else "no change"


def coin(machine, amount):
    value = int(amount)
    try:
        machine.insert(value)
    except ValueError:
        return "not a coin"
    return f"credit {machine.credit}"


def buy(machine, drink):
    try:
        return f"{drink}, {told(machine.buy(drink))}"
    except SoldOut:
        return "sold out"
    except NotEnough as error:
        return f"missing {error.missing}"


def cancel(machine):
    return told(machine.cancel())


ORDERS = {"coin": coin, "buy": buy, "cancel": cancel}


def main():
    machine, code = Machine(STOCK), 0
    for line in sys.stdin:
        order, *rest = line.split() or [""]
        if not order:
            continue
        try:
            print(ORDERS[order](machine, *rest))
        except Exception:
            print(f'what is "{line.strip()}"?')
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
