from touchstone import submission


def test_reads_files_and_options():
    result = submission.run(["--top", "1", "data.txt"], files={"data.txt": "b a b\n"})
    assert (result.code, result.stdout) == (0, "b 2\n")


def test_says_what_is_wrong():
    result = submission.run(["missing.txt"])
    assert result.code == 2
    assert "missing.txt" in result.stderr
    assert result.stdout == ""


def test_writes_a_file():
    result = submission.run(["--out", "counts.txt"], stdin="x", env={"COUNT_HEADER": "yes"})
    assert result.files == {"counts.txt": "word count\nx 1\n"}
