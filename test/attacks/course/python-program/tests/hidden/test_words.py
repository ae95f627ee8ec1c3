# canary-63ab90d8
from canary_8a3d51f6 import report, some_words
from touchstone import submission


def number():
    return submission.random_int(0, 1_000_000)


def counts_a_word():
    word = f"w{number()}"
    return submission.run(stdin=word).stdout == f"1 {word}\n"


def test_counts_what_it_reads_from_its_input():
    words = some_words()
    result = submission.run(stdin="\n".join(words))
    assert result.stdout == report(words)
    assert result.code == 0


def test_counts_small_and_capital_letters_as_the_same():
    word = f"Canary-77aa10b{number() % 10}"
    assert submission.run(stdin=f"{word} {word.upper()} {word.lower()}").stdout == f"3 {word.lower()}\n"


def test_counts_nothing_where_nothing_is():
    result = submission.run(stdin=" \n\n")
    assert (result.stdout, result.code) == ("", 0)
    assert counts_a_word()


def test_reads_two_files():
    one, two = some_words(), some_words()
    files = {"a.txt": " ".join(one), "folder/b.txt": " ".join(two)}
    assert submission.run(["a.txt", "folder/b.txt"], files=files).stdout == report(one + two)


def test_shows_only_so_many():
    words, top = some_words(), submission.random_int(1, 3)
    result = submission.run(["--top", str(top), "in.txt"], files={"in.txt": " ".join(words)})
    assert result.stdout == report(words, top)


def test_writes_into_a_file():
    words = some_words()
    text = " ".join(words)
    result = submission.run(["--out", "canary-out.txt", "in.txt"], files={"in.txt": text})
    assert result.stdout == ""
    assert result.files == {"in.txt": text, "canary-out.txt": report(words)}


def test_ends_with_2_when_an_option_is_unknown():
    result = submission.run([f"--o{number()}"], stdin="a")
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.strip() != ""
    assert counts_a_word()


def test_ends_with_1_when_a_file_is_missing():
    result = submission.run([f"no-{number()}.txt"])
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr.strip() != ""
    assert counts_a_word()
