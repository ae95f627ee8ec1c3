from touchstone import submission


def test_answers():
    response = submission.fetch("/books")
    assert response.status == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.json() == []


def test_adds_a_book():
    response = submission.fetch("/books", method="post", json={"title": "Émile"})
    assert response.status == 201
    assert response.json() == {"id": 1, "title": "Émile"}
    assert submission.fetch("/books/1").json()["title"] == "Émile"


def test_has_nothing_else():
    assert submission.fetch("/nothing").status == 404


def test_forgets_when_it_is_started_anew():
    submission.fetch("/books", method="POST", json={"title": "x"})
    submission.stop_server()
    assert submission.fetch("/books").text() == "[]"
