from touchstone import submission


class TestProgram:
    def test_keeps_the_loans_between_lines(self):
        result = submission.run(stdin="lend tent bea\nlend drill bea\nback tent bea 1\nback drill bea 3\nearned\n")
        assert result.stdout.splitlines() == ["bea has 3 left", "bea has 0 left", "bea pays 200", "bea pays 600", "earned 800"]
        assert result.code == 0

    def test_tells_what_cannot_be_lent(self):
        result = submission.run(stdin="lend tent cem\nlend tent bea\nlend drill cem\nlend drill cem\nlend kayak cem\n")
        assert result.stdout.splitlines() == ["cem has 3 left", "all lent", "cem has 0 left", "3 too many", "all lent"]
        assert result.code == 0

    def test_tells_what_cannot_come_back(self):
        result = submission.run(stdin="back tent bea 1\nlend tent bea\nback tent bea 61\nback tent bea -1\nearned\n")
        assert result.stdout.splitlines() == ["no such loan", "bea has 3 left", "no such loan", "no such loan", "earned 0"]
        assert result.code == 0

    def test_asks_about_a_line_that_it_does_not_know(self):
        result = submission.run(stdin="lend drill bea\nsing a song\nlend drill\nback drill bea 0\n")
        assert result.stdout.splitlines() == ["bea has 7 left", 'what is "sing a song"?', 'what is "lend drill"?', "bea pays 0"]
        assert result.code == 1

    def test_asks_about_days_that_are_no_number(self):
        result = submission.run(stdin="lend drill bea\nback drill bea soon\n")
        assert result.stdout.splitlines() == ["bea has 7 left", 'what is "back drill bea soon"?']
        assert result.code == 1

    def test_skips_empty_lines_and_may_have_nothing_to_do(self):
        assert submission.run(stdin="\n\nearned\n\n").stdout == "earned 0\n"
        nothing = submission.run(stdin="")
        assert (nothing.stdout, nothing.code) == ("", 0)
