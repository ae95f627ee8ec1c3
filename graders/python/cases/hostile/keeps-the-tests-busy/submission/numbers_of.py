STEP = 0


def steps(count):
    return count


def nested():
    knot = [1]
    for _ in range(190):
        knot = [knot, knot]
    return knot
