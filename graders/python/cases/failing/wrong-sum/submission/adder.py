def add(one, other):
    return f"{one}{other}"
