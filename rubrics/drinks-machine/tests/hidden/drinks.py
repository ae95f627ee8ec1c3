"""Machines that nobody knows by heart."""

from touchstone import submission

COINS = [200, 100, 50, 20, 10, 5]
NAMES = ["milk", "cocoa", "lemonade", "water", "mate", "cider"]


def fewest(amount):
    """The coins of an amount, counted in another way than by taking them one by one."""
    coins = []
    for coin in COINS:
        count, amount = divmod(amount, coin)
        coins += [coin] * count
    return coins


def some_amount(most=2000):
    return 5 * submission.random_int(1, most // 5)


def some_stock():
    """Three drinks with a price between 50 and 400 cents, one to four of each."""
    start = submission.random_int(0, len(NAMES) - 3)
    return {name: (50 + some_amount(350), submission.random_int(1, 4)) for name in NAMES[start : start + 3]}


def put_in(machine, amount):
    for coin in fewest(amount):
        machine.insert(coin)
