from touchstone import submission


class TestProgram:
    def test_keeps_the_credit_between_orders(self):
        result = submission.run(stdin="coin 50\ncoin 20\ncoin 3\nbuy juice\ncancel\ncancel\n")
        assert result.stdout.splitlines() == [
            "credit 50",
            "credit 70",
            "not a coin",
            "missing 110",
            "change 50 20",
            "no change",
        ]
        assert result.code == 0

    def test_sells_until_nothing_is_left(self):
        result = submission.run(stdin="coin 100\ncoin 20\nbuy tea\n" * 3)
        assert result.stdout.splitlines() == ["credit 100", "credit 120", "tea, no change"] * 2 + [
            "credit 100",
            "credit 120",
            "sold out",
        ]

    def test_asks_about_a_line_that_it_does_not_know(self):
        result = submission.run(stdin="coin 200\nsing a song\nbuy tea\n")
        assert result.stdout.splitlines() == ["credit 200", 'what is "sing a song"?', "tea, change 50 20 10"]
        assert result.code == 1

    def test_asks_about_a_coin_that_is_no_number(self):
        result = submission.run(stdin="coin ten\ncoin\n")
        assert result.stdout.splitlines() == ['what is "coin ten"?', 'what is "coin"?']
        assert result.code == 1

    def test_skips_empty_lines_and_may_have_nothing_to_do(self):
        assert submission.run(stdin="\n\ncoin 5\n\n").stdout == "credit 5\n"
        nothing = submission.run(stdin="")
        assert (nothing.stdout, nothing.code) == ("", 0)
