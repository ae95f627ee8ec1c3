from touchstone import submission


class TestProgram:
    def test_keeps_the_credit_between_orders(self):
        result = submission.run(stdin="coin 100\ncoin 20\ncoin 7\nbuy juice\ncancel\ncancel\n")
        assert result.stdout.splitlines() == [
            "credit 100",
            "credit 120",
            "not a coin",
            "missing 60",
            "change 100 20",
            "no change",
        ]
        assert result.code == 0

    def test_sells_until_nothing_is_left(self):
        result = submission.run(stdin="coin 100\ncoin 50\ncoin 20\ncoin 10\nbuy juice\n" * 2)
        credits = ["credit 100", "credit 150", "credit 170", "credit 180"]
        assert result.stdout.splitlines() == credits + ["juice, no change"] + credits + ["sold out"]

    def test_asks_about_a_line_that_it_does_not_know(self):
        result = submission.run(stdin="coin 200\nwhistle for me\nbuy juice\n")
        assert result.stdout.splitlines() == ["credit 200", 'what is "whistle for me"?', "juice, change 20"]
        assert result.code == 1

    def test_asks_about_a_coin_that_is_no_number(self):
        result = submission.run(stdin="coin fifty\ncoin\n")
        assert result.stdout.splitlines() == ['what is "coin fifty"?', 'what is "coin"?']
        assert result.code == 1

    def test_skips_empty_lines_and_may_have_nothing_to_do(self):
        assert submission.run(stdin="\ncoin 20\n\n\n").stdout == "credit 20\n"
        nothing = submission.run(stdin="")
        assert (nothing.stdout, nothing.code) == ("", 0)
