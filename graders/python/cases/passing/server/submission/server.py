import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BOOKS = []


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/books":
            self.answer(200, BOOKS)
        elif self.path.startswith("/books/") and int(self.path[7:]) <= len(BOOKS):
            self.answer(200, BOOKS[int(self.path[7:]) - 1])
        else:
            self.answer(404, {"error": "not found"})

    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        book = {"id": len(BOOKS) + 1, "title": sent["title"]}
        BOOKS.append(book)
        self.answer(201, book)


ThreadingHTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()
