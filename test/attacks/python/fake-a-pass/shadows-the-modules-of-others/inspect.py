def iscoroutine(thing):
    return False
