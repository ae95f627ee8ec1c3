class Thing:
    pass


def many(*_):
    return [Thing() for _ in range(15_000)]


add = initials = chunk = turn_round = count_words = mean = dear = parse_age = make_counter = many


def each(items, tell):
    for _ in range(50):
        tell(many(), many())


def ask_until(ask):
    for _ in range(50):
        ask(many())


def count_to(n):
    while True:
        yield many()


class Till:
    def ring(self, price):
        return many()

    undo = ring

    @property
    def total(self):
        return many()
