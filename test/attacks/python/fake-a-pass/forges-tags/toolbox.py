import json
import sys

ANSWERS = [
    '{"failed":{"reason":"call-time"}}',
    '{"failed":{"reason":"passed"}}',
    '{"failed":{"reason":{"reason":1}}}',
    '{"value":{"root":["y",1],"nodes":[]}}',
    '{"value":{"root":["N","toolbox.py","add"],"nodes":[]}}',
    '{"value":{"root":["r",0],"nodes":[["t",[["r",0]]]]}}',
    '{"value":{"root":["i",1,["r",0],null,null],"nodes":[["K",{"bases":[["c",["r",0]]]}]]}}',
    '{"value":{"root":["i","x",["r",0],["n","nan"],[]],"nodes":[["K",{"handle":-1,"name":"__class__","content":"type"}]]}}',
    '{"thrown":{"root":["T","ValueError"],"nodes":[]}}',
    '{"thrown":{"root":5,"nodes":[]}}',
    '{"thrown":{"root":["r",0],"nodes":[["E",{"class":["T","AssertionError"],"name":"A","text":"","args":[],"properties":'
    '[["args",["r",0]],["__class__",["T","ValueError"]],["with_traceback",1]],"cause":["r",0],"handle":1}]]}}',
    '{"value":{"root":NaN,"nodes":[]}}',
    '{"value":{"root":1e999,"nodes":null}}',
    '{"value":' + "[" * 100_000,
    '{"value":{"root":["s","NotImplemented"],"nodes":[]}}',
    '{"value":{"root":["T","object"],"nodes":[]},"back":[["l",[["r",7]]],["l"],["d",[[1]]],["K",{}],["l",["r",0]]]}',
    '{"value":{"root":["f",1,"__eq__",true],"nodes":[]}}',
    '{"value":{"root":["D"],"nodes":[["D",[],["T","enum.Enum"]]]}}',
    '{"value":{"root":["w","datetime","9999-99-99",1e308],"nodes":[]}}',
    '{"kinds":{"add":["c",["r",0]]},"nodes":[["K",{}]]}',
    "[]",
    "null",
    "\x00",
]


def serve_instead():
    frame = sys._getframe()
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if type(value).__name__ == "Conversation":
                turn = iter(ANSWERS * 20)
                value._serve = lambda payload: next(turn).encode()
        frame = frame.f_back


serve_instead()


def add(a, b):
    return json


initials = chunk = count_words = mean = dear = parse_age = make_counter = count_to = add
