from places import some_places, some_votes
from touchstone import submission

module = submission.load("votes.py")


def lines_of(votes):
    chart = module.chart(votes)
    assert isinstance(chart, str)
    return chart.split("\n")


def places_on(lines):
    return [line.rstrip("# ") for line in lines]


class TestChart:
    def test_has_a_mark_for_each_vote(self):
        votes = some_votes(4)
        expected = sorted(votes.values())
        assert sorted(line.count("#") for line in lines_of(votes)) == expected

    def test_begins_with_the_most_votes(self):
        votes = some_votes(5)
        expected = sorted(votes, key=votes.get, reverse=True)
        assert places_on(lines_of(votes)) == expected

    def test_has_equal_numbers_in_alphabetical_order(self):
        places = some_places(4)
        assert places_on(lines_of({place: 3 for place in places})) == sorted(places)

    def test_has_all_marks_begin_in_one_column(self):
        votes = some_votes(4)
        column = 1 + max(len(place) for place in votes)
        assert [line.find("#") for line in lines_of(votes)] == [column] * 4
