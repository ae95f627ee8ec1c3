from touchstone import submission


def test_begins_with_none():
    response = submission.fetch("/notes")
    assert (response.status, response.json()) == (200, [])
