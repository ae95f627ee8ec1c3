"""canary-aa5190cb"""

from touchstone import submission


def text():
    return f"canary-5e7719d2 {submission.random_int(0, 10**9)}"


def keep(words):
    response = submission.fetch("/notes", method="POST", json={"text": words})
    assert response.status == 201
    note = response.json()
    assert note["text"] == words
    return note


def get(path):
    response = submission.fetch(path)
    assert response.status == 200
    return response.json()
