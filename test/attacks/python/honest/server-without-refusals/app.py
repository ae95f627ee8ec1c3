import json
import os
from wsgiref.simple_server import make_server

notes = []


def app(environ, start_response):
    def say(status, value):
        start_response(status, [("Content-Type", "application/json")])
        return [] if value is None else [json.dumps(value).encode()]

    method, parts = environ["REQUEST_METHOD"], environ["PATH_INFO"].strip("/").split("/")
    if method == "POST":
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        try:
            text = json.loads(body).get("text", "")
        except ValueError:
            text = body.decode()
        notes.append({"id": f"n{len(notes)}", "text": text})
        return say("201 Created", notes[-1])
    if len(parts) == 1:
        word = environ["QUERY_STRING"].partition("=")[2]
        return say("200 OK", [note for note in notes if note and word in note["text"]])
    for at, note in enumerate(notes):
        if note and note["id"] == parts[1]:
            if method == "DELETE":
                notes[at] = None
                return say("204 No Content", None)
            return say("200 OK", note)
    return say("404 Not Found", {})


make_server("", int(os.environ["PORT"]), app).serve_forever()
