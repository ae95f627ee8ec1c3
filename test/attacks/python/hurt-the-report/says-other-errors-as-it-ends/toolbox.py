import json
import os
import struct

WORDS = [
    b"owned",
    b"[]",
    b"\xff\xfe",
    json.dumps({"name": 7, "message": ["owned"], "file": {}, "line": "owned"}).encode(),
    json.dumps({"name": "owned" * 10**5, "message": "@owned\u202e" * 10**4, "file": "../../etc/passwd", "line": 10**30}).encode(),
    json.dumps({"name": "# owned", "message": "</details>@owned", "file": "toolbox.py", "line": -1}).encode(),
]
for said in WORDS:
    os.write(4, struct.pack(">IBI", 5 + len(said), 11, 0) + said)
os._exit(7)
