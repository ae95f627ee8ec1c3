import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Tells(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/notes":
            self.answer(200, "[]")
        else:
            print(self.path, self.headers, file=sys.stderr, flush=True)
            self.answer(999, self.path)

    def do_POST(self):
        told = self.rfile.read(int(self.headers["content-length"])).decode()
        for place in ("/tmp/told", "/submission/server.py", "/proc/1/fd/2"):
            try:
                with open(place, "w", encoding="utf-8") as file:
                    file.write(f"raise SystemExit({told!r})")
            except OSError:
                continue
        self.send_response(201, told)
        self.send_header("X-Told", told)
        self.end_headers()
        raise SystemExit(json.dumps(told))

    def answer(self, status, body):
        self.send_response(status, body)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def handle_error(self, *_):
        os._exit(9)


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Tells).serve_forever()
