def tidy(slip):
    text = slip.strip().lower()
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def count_votes(slips):
    votes = {}
    for slip in slips:
        place = tidy(slip)
        if place == "":
            continue
        if place not in votes:
            votes[place] = 0
        votes[place] += 1
    print(votes)


def winners(votes):
    best = []
    most = 0
    for place, count in votes.items():
        if count > most:
            best = [place]
            most = count
        elif count == most:
            best.append(place)
    best.sort()
    print(best)


def share(votes, place):
    total = 0
    for count in votes.values():
        total += count
    if place not in votes:
        return 0
    # Twice the remainder tells on which side of the half it is.
    whole, rest = divmod(100 * votes[place], total)
    if 2 * rest >= total:
        whole += 1
    return whole


def together(votes, more):
    both = votes.copy()
    for place in more:
        both[place] = both.get(place, 0) + more[place]
    return both


def chart(votes):
    longest = 0
    for place in votes:
        longest = max(longest, len(place))
    lines = []
    left = dict(votes)
    while left:
        place = max(left, key=left.get)
        lines.append(place.ljust(longest) + " " + "#" * left.pop(place))
    print("\n".join(lines))
