import json
import queue

add = queue.add
assert json.NAME == "mine"
