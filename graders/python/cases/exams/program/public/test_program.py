from touchstone import submission


def test_counts_words_of_its_input():
    result = submission.run(stdin="one two\none\n")
    assert result.code == 0
    assert result.stdout == "one 2\ntwo 1\n"
