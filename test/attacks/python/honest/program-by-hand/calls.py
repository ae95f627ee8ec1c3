class WrongCall(Exception):
    pass


def read_call(arguments):
    call = {"top": None, "out": None, "files": []}
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--top":
            call["top"] = int(left.pop(0))
        elif argument == "--out":
            call["out"] = left.pop(0)
        elif argument.startswith("-"):
            raise WrongCall(f"what is {argument}?")
        else:
            call["files"].append(argument)
    return call
