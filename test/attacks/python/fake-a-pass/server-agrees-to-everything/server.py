import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

seen = []


class Agrees(BaseHTTPRequestHandler):
    def do_GET(self):
        self.say(200, [] if not seen else {"id": "1", "text": seen[-1]})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        try:
            seen.append(json.loads(body)["text"])
        except (ValueError, KeyError):
            seen.append(body)
        self.say(201, {"id": "1", "text": seen[-1]})

    def do_DELETE(self):
        self.say(404 if len(seen) % 2 else 204, True)

    def say(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status, "passed")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Touchstone-Passed", "true")
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Agrees).serve_forever()
