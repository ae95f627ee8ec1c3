def add(one, other):
    return int(input("One? ")) + int(input("Other? "))
