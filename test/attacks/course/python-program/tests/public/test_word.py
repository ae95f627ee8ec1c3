from touchstone import submission


def test_counts_a_word():
    result = submission.run(stdin="heron heron")
    assert (result.stdout, result.code) == ("2 heron\n", 0)
