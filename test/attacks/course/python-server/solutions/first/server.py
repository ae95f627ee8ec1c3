import json
import os
from itertools import count
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

notes = {}
ids = count(1)


class Notes(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/notes":
            word = parse_qs(url.query).get("q", [""])[0]
            self.say(200, [note for note in notes.values() if word in note["text"]])
        elif self.id in notes:
            self.say(200, notes[self.id])
        else:
            self.say(404, {"error": "no such note"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            text = json.loads(body)["text"]
        except (ValueError, KeyError, TypeError):
            self.say(400, {"error": "a note has a text"})
            return
        note = {"id": str(next(ids)), "text": text}
        notes[note["id"]] = note
        self.say(201, note)

    def do_DELETE(self):
        if notes.pop(self.id, None) is None:
            self.say(404, {"error": "no such note"})
        else:
            self.say(204, None)

    @property
    def id(self):
        return self.path.rsplit("/", 1)[-1]

    def say(self, status, value):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Notes).serve_forever()
