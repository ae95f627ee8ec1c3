import json
import os
from wsgiref.simple_server import make_server

books = []


def app(environ, start_response):
    path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
    status, content = "404 Not Found", None
    if path == "/books" and method == "GET":
        status, content = "200 OK", books
    elif path == "/books":
        size = int(environ["CONTENT_LENGTH"])
        books.append({"id": len(books) + 1, **json.loads(environ["wsgi.input"].read(size))})
        status, content = "201 Created", books[-1]
    elif path.startswith("/books/"):
        status, content = "200 OK", books[int(path.split("/")[2]) - 1]
    start_response(status, [("Content-Type", "application/json")])
    return [json.dumps(content).encode()]


if __name__ == "__main__":
    make_server("localhost", int(os.environ.get("PORT", 8000)), app).serve_forever()
