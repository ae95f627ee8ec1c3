"""The examples of the brief."""

from touchstone import submission

votes = submission.load("votes.py")


class TestTheBrief:
    def test_a_slip_becomes_tidy(self):
        assert votes.tidy("  The   ZOO ") == "the zoo"

    def test_four_slips_are_three_votes(self):
        assert votes.count_votes(["The Zoo", "castle", "", " the zoo"]) == {"the zoo": 2, "castle": 1}

    def test_the_zoo_wins(self):
        assert votes.winners({"the zoo": 5, "castle": 2}) == ["the zoo"]

    def test_castle_and_lake_share_the_lead(self):
        assert votes.winners({"lake": 3, "castle": 3, "museum": 1}) == ["castle", "lake"]

    def test_the_castle_has_29_per_cent(self):
        assert votes.share({"the zoo": 5, "castle": 2}, "castle") == 29

    def test_two_classes_are_added_up(self):
        both = votes.together({"the zoo": 5, "castle": 2}, {"castle": 4, "lake": 1})
        assert both == {"the zoo": 5, "castle": 6, "lake": 1}

    def test_the_chart_has_two_lines(self):
        assert votes.chart({"castle": 2, "the zoo": 5}) == "the zoo #####\ncastle  ##"

    def test_nobody_has_won_where_nobody_voted(self):
        assert votes.winners({}) == []
