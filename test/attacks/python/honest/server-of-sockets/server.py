import asyncio
import json
import os
import re
from urllib.parse import parse_qs, urlsplit

notes: dict[str, dict[str, str]] = {}
last = 0
ROUTE = re.compile(r"/notes(?:/(?P<id>[^/]+))?$")


def create(body):
    global last
    try:
        text = json.loads(body)["text"]
    except Exception:
        return 400, {"error": "a note has a text"}
    last += 1
    note = notes[str(last)] = {"id": str(last), "text": text}
    return 201, note


def answer(method, target, body):
    url = urlsplit(target)
    match = ROUTE.match(url.path)
    if match is None:
        return 404, {"error": "nothing is here"}
    key = match["id"]
    if method == "POST" and key is None:
        return create(body)
    if method == "GET" and key is None:
        words = parse_qs(url.query).get("q", [])
        return 200, [note for note in notes.values() if all(word in note["text"] for word in words)]
    if key not in notes:
        return 404, {"error": f"no note {key}"}
    return (204, None) if method == "DELETE" and notes.pop(key) else (200, notes[key])


async def serve(reader, writer):
    method, target, _ = (await reader.readline()).decode().split()
    length = 0
    while (line := (await reader.readline()).decode().strip()):
        name, value = line.split(":", 1)
        if name.lower() == "content-length":
            length = int(value)
    status, value = answer(method, target, await reader.readexactly(length))
    print(method, target, status, flush=True)
    body = b"" if value is None else json.dumps(value).encode()
    head = f"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + body)
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "localhost", int(os.environ["PORT"]))
    async with server:
        await server.serve_forever()


asyncio.run(main())
