import sys

import library

counter = library.Library({"drill": (3, 2), "tent": (7, 1)})
code = 0

for line in sys.stdin:
    line = line.strip()
    words = line.split()
    if line == "":
        continue
    known = True
    if words[0] == "lend" and len(words) == 3:
        try:
            print(words[2], "has", counter.lend(words[1], words[2]), "left")
        except library.AllLent:
            print("all lent")
        except library.TooMuch as error:
            print(error.over, "too many")
    elif words[0] == "back" and len(words) == 4:
        try:
            days = int(words[3])
        except ValueError:
            known = False
        else:
            try:
                print(words[2], "pays", counter.take_back(words[1], words[2], days))
            except ValueError:
                print("no such loan")
    elif line == "earned":
        print("earned", counter.earned)
    else:
        known = False
    if not known:
        print('what is "' + line + '"?')
        code = 1

sys.exit(code)
