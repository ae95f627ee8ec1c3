# canary-41c2f09a: hidden, like the file beside it.
import asyncio

import pytest
from canary_71d3f08e import SECRET, numbers, person
from touchstone import submission

toolbox = submission.load("toolbox.py")
Till, Money = toolbox.Till, toolbox.Money
TIMES = range(3)


class TestValues:
    def test_adds_any_two_numbers(self):
        for _ in TIMES:
            a, b = numbers(2)
            expected = a + b
            assert toolbox.add(a, b) == expected, SECRET

    def test_takes_the_first_letter_of_each_word(self):
        for _ in TIMES:
            name, expected = person()
            assert toolbox.initials(name) == expected

    def test_cuts_a_list_into_pieces(self):
        for _ in TIMES:
            a, b, c, d, e = numbers(5)
            expected = [[a, b], [c, d], [e]]
            assert toolbox.chunk([a, b, c, d, e], 2) == expected

    def test_turns_the_list_itself_round(self):
        for _ in TIMES:
            items = [SECRET, *numbers(4)]
            expected = items[::-1]
            assert toolbox.turn_round(items) is None
            assert items == expected

    def test_counts_words(self):
        words = [f"canary-5ad1e047-{number % 5}" for number in numbers(20)]
        expected = {word: words.count(word) for word in words}
        assert toolbox.count_words(" ".join(words)) == expected

    def test_works_out_the_mean(self):
        for _ in TIMES:
            values = numbers(7)
            expected = sum(values) / 7
            assert toolbox.mean(values) == pytest.approx(expected)

    def test_comes_near_the_mean(self):
        for _ in TIMES:
            values = numbers(5)
            expected = sum(values) / 5
            assert abs(toolbox.mean(values) - expected) < 1e-6

    def test_finds_what_is_dear(self):
        prices = {f"canary-b7e142f0-{index}": price for index, price in enumerate(numbers(8))}
        expected = [name for name, price in prices.items() if price > 50_000]
        cost = sum(prices[name] for name in expected)
        found = toolbox.dear(prices, 50_000)
        assert sum(prices[name] for name in found) == cost
        assert sorted(found) == sorted(expected)
        for name in prices:
            assert (name in found) == (name in expected)


class TestRefusals:
    def test_reads_an_age_and_refuses_what_is_none(self):
        age = submission.random_int(0, 150)
        assert toolbox.parse_age(str(age)) == age
        for text in ["canary-f2b6810d", "-1", str(151 + age), f"{age}.5"]:
            with pytest.raises(ValueError):
                toolbox.parse_age(text)
        assert toolbox.parse_age(str(150 - age)) == 150 - age

    def test_an_error_of_its_own(self):
        till = Till()
        times = submission.random_int(2, 5)
        for price in numbers(times):
            till.ring(price)
            till.undo()
        with pytest.raises(toolbox.EmptyTill, match="empty") as caught:
            till.undo()
        assert isinstance(caught.value, LookupError)
        assert caught.value.rung == times


class TestCallbacks:
    def test_calls_for_every_item(self):
        items = [f"{SECRET}-{number}" for number in numbers(4)]
        expected = list(enumerate(items))
        seen = []
        toolbox.each(items, lambda index, item: seen.append((index, item)))
        assert seen == expected

    def test_asks_until_it_is_told_yes(self):
        last = submission.random_int(3, 9)
        asked = []

        def answer(number):
            asked.append(number)
            return "yes" if len(asked) == last else "canary-d80b16e3"

        assert toolbox.ask_until(answer) == last
        assert asked == list(range(1, last + 1))

    def test_gives_twice_the_number_later(self):
        values = numbers(3)

        async def all_of_them():
            return await asyncio.gather(*[toolbox.later(value) for value in values])

        assert asyncio.run(all_of_them()) == [value * 2 for value in values]


class TestObjects:
    def test_adds_up_what_is_rung_up(self):
        a, b, c = numbers(3)
        till = Till()
        assert till.total == 0
        till.ring(a)
        till.ring(b)
        assert till.total == a + b
        till.undo()
        till.ring(c)
        assert till.total == a + c

    def test_comes_near_the_total(self):
        prices = numbers(3)
        till = Till()
        for price in prices:
            till.ring(price)
        assert till.total == pytest.approx(sum(prices))
        assert abs(till.total - sum(prices)) < 0.5
        assert till.total >= 0

    def test_money_adds_up(self):
        a, b = [1 + number for number in numbers(2)]
        total = Money(a) + Money(b)
        assert total.cents == a + b
        assert total == Money(a + b)
        assert total != Money(a)
        assert Money(a) < total
        assert not total < Money(b)
        assert str(total) == f"{(a + b) // 100}.{(a + b) % 100:02} EUR"

    def test_counts_from_where_it_starts(self):
        start = numbers(1)[0]
        one, other = toolbox.make_counter(start), toolbox.make_counter(start + 7)
        assert [one(), one(), other(), one()] == [start + 1, start + 2, start + 8, start + 3]

    def test_gives_each_number_in_turn(self):
        n = submission.random_int(3, 8)
        assert list(toolbox.count_to(n)) == list(range(1, n + 1))
