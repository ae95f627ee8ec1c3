# canary-08d3f7b1
from canary_3fc6a2e4 import get, keep, text
from touchstone import submission


def test_keeps_a_note_and_gives_it_back():
    words = text()
    note = keep(words)
    assert get(f"/notes/{note['id']}") == {"id": note["id"], "text": words}


def test_lists_notes_in_order():
    texts = [text(), text(), text()]
    ids = {keep(words)["id"] for words in texts}
    assert len(ids) == 3
    assert [note["text"] for note in get("/notes")][-3:] == texts


def test_finds_notes_by_a_word():
    word = f"w{submission.random_int(0, 10**9)}"
    note = keep(f"canary-91b04fd3 {word} here")
    keep("another")
    assert get(f"/notes?q={word}") == [{"id": note["id"], "text": f"canary-91b04fd3 {word} here"}]


def test_forgets_a_note():
    words = text()
    path = f"/notes/{keep(words)['id']}"
    assert get(path)["text"] == words
    assert submission.fetch(path, method="DELETE").status == 204
    assert submission.fetch(path).status == 404


def test_says_404_of_what_is_not_there():
    assert submission.fetch(f"/notes/canary-{submission.random_int(10**8, 10**9)}").status == 404
    assert get(f"/notes/{keep(text())['id']}")


def test_says_400_of_what_is_no_note():
    assert submission.fetch("/notes", method="POST", body="{").status == 400
    assert submission.fetch("/notes", method="POST", json={"words": text()}).status == 400
    keep(text())
