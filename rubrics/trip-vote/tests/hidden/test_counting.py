from places import shuffled, some_places, some_votes, written
from touchstone import submission

module = submission.load("votes.py")


class TestTidying:
    def test_takes_away_the_space_at_both_ends(self):
        for place in some_places(3):
            assert module.tidy("   " + place + " ") == place

    def test_leaves_a_single_space_between_words(self):
        gap = " " * submission.random_int(2, 7)
        assert module.tidy(f"the{gap}old  town   hall") == "the old town hall"

    def test_makes_small_letters_of_capital_ones(self):
        for place in some_places(3):
            assert module.tidy(place.upper()) == place
            assert module.tidy(place.title()) == place

    def test_changes_nothing_that_is_tidy(self):
        for place in some_places(4):
            assert module.tidy(place) == place


class TestCounting:
    def test_adds_up_every_place(self):
        expected = some_votes(4)
        slips = shuffled(place for place, count in expected.items() for _ in range(count))
        assert module.count_votes(slips) == expected

    def test_knows_a_place_however_it_is_written(self):
        expected = some_votes(3)
        slips = [written(place) for place, count in expected.items() for _ in range(count)]
        assert module.count_votes(shuffled(slips)) == expected

    def test_leaves_out_slips_with_nothing_on_them(self):
        place = some_places(1)[0]
        assert module.count_votes(["", place, "   ", place, " "]) == {place: 2}

    def test_begins_anew_with_each_vote(self):
        place, other = some_places(2)
        module.count_votes([place, other])
        assert module.count_votes([place]) == {place: 1}


class TestWinners:
    def test_are_found_wherever_they_stand(self):
        first, second, third = some_places(3)
        for votes in ({first: 9, second: 4, third: 6}, {second: 4, first: 9, third: 6}, {third: 6, second: 4, first: 9}):
            assert module.winners(votes) == [first]

    def test_are_all_that_share_the_lead(self):
        places = some_places(5)
        most = submission.random_int(3, 8)
        votes = {place: most for place in places[:3]} | {places[3]: 1, places[4]: 2}
        assert module.winners(votes) == sorted(places[:3])

    def test_may_be_a_single_place(self):
        place = some_places(1)[0]
        assert module.winners({place: 1}) == [place]


class TestShare:
    def test_is_the_nearest_whole_number(self):
        # 1, 2, 3, 4 and 5 of 15 are 6.67, 13.33, 20, 26.67 and 33.33 per cent.
        places = some_places(5)
        votes = {place: at + 1 for at, place in enumerate(places)}
        assert [module.share(votes, place) for place in places] == [7, 13, 20, 27, 33]

    def test_of_all_votes_is_100(self):
        place = some_places(1)[0]
        assert module.share({place: submission.random_int(1, 40)}, place) == 100

    def test_of_a_place_that_nobody_wants_is_0(self):
        *places, other = some_places(4)
        assert module.share({place: 3 for place in places}, other) == 0


class TestTogether:
    def test_are_the_votes_of_both(self):
        places = some_places(5)
        ours, theirs = [submission.random_int(1, 9) for _ in places], [submission.random_int(1, 9) for _ in places]
        both = module.together(dict(zip(places, ours)), dict(zip(places, theirs)))
        assert both == {place: ours[at] + theirs[at] for at, place in enumerate(places)}

    def test_keep_the_places_of_one_class_alone(self):
        first, second, third = some_places(3)
        assert module.together({first: 2, second: 3}, {third: 4}) == {first: 2, second: 3, third: 4}

    def test_leave_the_votes_of_each_class_as_they_were(self):
        first, second, third = some_places(3)
        ours, theirs = {first: 2, second: 3}, {second: 1, third: 4}
        assert module.together(ours, theirs) == {first: 2, second: 4, third: 4}
        assert ours == {first: 2, second: 3}
        assert theirs == {second: 1, third: 4}


class TestNobody:
    def test_has_written_anything(self):
        assert module.count_votes([]) == {}
        assert module.count_votes(["", "  "]) == {}

    def test_has_a_share_of_nothing(self):
        assert module.share({}, some_places(1)[0]) == 0

    def test_can_be_added_to_somebody(self):
        votes = some_votes(3)
        assert module.together({}, votes) == votes
        assert module.together(votes, {}) == votes

    def test_is_on_the_chart(self):
        assert module.chart({}) == ""
