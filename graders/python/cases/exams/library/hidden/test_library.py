"""Every way in which values, errors, objects and functions cross."""

import asyncio
import copy
import math
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from touchstone import submission

library = submission.load("library.py")
Vector, Basket, Account = library.Vector, library.Basket, library.Account
Colour, Point, Pair, Level = library.Colour, library.Point, library.Pair, library.Level


VALUES = [
    None, True, 0, -1, 2**53, -(2**200), 10**5000, 1.5, -0.0, math.inf, "", "text", "\U0001f600", "\ud800",
    "nul\0", b"", b"\x00\xff", bytearray(b"abc"), (), (1, (2, [3])), [], [1, [2]], {}, {1: "a", (1, 2): {3}},
    {1, 2}, frozenset({1}), 1 + 2j, Decimal("1.50"), Fraction(1, 3), date(2024, 2, 29), time(1, 2, 3, 4),
    datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 2, tzinfo=timezone.utc), timedelta(days=1, seconds=2),
    range(1, 9, 2), slice(1, None), Counter("aab"), OrderedDict(b=1, a=2), deque([1, 2], 3), Ellipsis, int,
    ValueError,
]


class TestValues:
    def test_there_and_back(self):
        for value in VALUES:
            back = library.echo(value)
            assert type(back) is type(value)
            assert back == value
        assert math.copysign(1, library.echo(-0.0)) == -1

    @pytest.mark.parametrize("one, other", [(1, 2), ("a", "b")])
    def test_parameters(self, one, other):
        assert library.echo([one, other]) == [one, other]

    def test_not_a_number(self):
        assert math.isnan(library.echo(math.nan))

    def test_order_of_keys(self):
        assert list(library.echo({"b": 1, "a": 2})) == ["b", "a"]

    def test_circles(self):
        circle = [1]
        circle.append((circle,))
        back = library.echo(circle)
        assert back[1][0] is back

    def test_keyword_and_default_arguments(self):
        assert library.greet("Ada") == "Hello, Ada!"
        assert library.greet(name="Ada", greeting="Hi") == "Hi, Ada!"
        assert library.collect(1, 2, three=3) == [(1, 2), {"three": 3}]

    def test_values_of_the_module(self):
        assert library.VERSION == "1.2"
        assert library.LIMITS == {"small": [1, 2]}

    def test_setting_a_value_of_the_module(self, monkeypatch):
        monkeypatch.setattr(library, "VERSION", "test")
        assert library.version() == "test"
        monkeypatch.undo()
        assert library.version() == "1.2"


class TestChanges:
    def test_lists_and_what_is_in_them(self):
        items = [3, 1, [2]]
        library.sort_and_mark(items)
        assert items == [1, 3, [2, "seen"]]

    def test_other_containers(self):
        box, names, raw, queue = {"a": 1}, {1}, bytearray(b"x"), deque([1])
        library.change_all(box, names, raw, queue)
        assert (box, names, raw, queue) == ({"b": 2}, {1, 2}, bytearray(b"xy"), deque([1, 5]))

    def test_a_counter_does_not_add_up(self):
        counts = Counter("aab")
        library.count_more(counts, "b")
        assert counts == Counter("aabb")

    def test_a_default_dict(self):
        groups = defaultdict(list)
        library.group(groups, [1, 2, 3])
        assert groups == {0: [2], 1: [1, 3]}

    def test_nothing_changes_by_itself(self):
        items = [[1], {"a": (2,)}]
        before = copy.deepcopy(items)
        library.echo(items)
        assert items == before


class TestErrors:
    def test_built_in(self):
        with pytest.raises(ZeroDivisionError):
            library.divide(1, 0)
        with pytest.raises(KeyError) as caught:
            library.look_up({}, "x")
        assert caught.value.args == ("x",)

    def test_own_class(self):
        with pytest.raises(library.InsufficientFunds, match="short of 5") as caught:
            Account(10).withdraw(15)
        assert caught.value.missing == 5
        assert caught.value.args == (5,)
        assert isinstance(caught.value, library.BankError)
        assert isinstance(caught.value, ValueError)
        assert caught.value.doubled() == 10

    def test_cause(self):
        with pytest.raises(library.BankError) as caught:
            library.wrap_an_error()
        assert isinstance(caught.value.__cause__, KeyError)

    def test_exit(self):
        with pytest.raises(SystemExit) as caught:
            library.leave(3)
        assert caught.value.code == 3

    def test_file_that_is_not_there(self):
        with pytest.raises(FileNotFoundError) as caught:
            library.read("nothing.txt")
        assert caught.value.filename == "nothing.txt"

    def test_a_group(self):
        with pytest.raises(ExceptionGroup) as caught:
            library.raise_several()
        assert [type(error) for error in caught.value.exceptions] == [ValueError, TypeError]

    def test_frozen(self):
        import dataclasses

        with pytest.raises(dataclasses.FrozenInstanceError):
            Point(1, 2).x = 3


class TestObjects:
    def test_methods_attributes_and_properties(self):
        account = Account(10, owner="Ada")
        account.deposit(5)
        assert account.balance == 15
        assert account.owner == "Ada"
        account.owner = "Bob"
        assert account.describe() == "Bob has 15"
        with pytest.raises(AttributeError):
            account.balance = 3
        with pytest.raises(AttributeError):
            account.nothing
        assert not hasattr(account, "nothing")

    def test_class_members(self):
        assert Account.CURRENCY == "EUR"
        assert Account.from_text("7").balance == 7
        assert Account.is_valid(-1) is False

    def test_operators(self):
        a, b = Vector(1, 2), Vector(3, 4)
        assert a + b == Vector(4, 6)
        assert a != b
        assert 2 * a == a * 2 == Vector(2, 4)
        assert sum([a, b], Vector(0, 0)) == Vector(4, 6)
        assert -a == Vector(-1, -2)
        assert abs(b) == 5
        assert a < b and not a > b
        assert (str(a), repr(a), f"{a:short}") == ("(1, 2)", "Vector(1, 2)", "1/2")
        assert list(a) == [1, 2]
        assert {a: 1}[Vector(1, 2)] == 1
        assert a != (1, 2)
        a += b
        assert a == Vector(4, 6)
        with pytest.raises(TypeError):
            a + 1

    def test_containers(self):
        basket = Basket()
        assert not basket
        basket["apple"] = 2
        basket["pear"] = 1
        assert len(basket) == 2
        assert basket["apple"] == 2
        assert "pear" in basket
        assert "fig" not in basket
        assert sorted(basket) == ["apple", "pear"]
        del basket["pear"]
        assert list(basket) == ["apple"]
        with pytest.raises(KeyError):
            basket["fig"]

    def test_classes(self):
        account = library.Savings(1)
        assert isinstance(account, library.Savings)
        assert isinstance(account, Account)
        assert not isinstance(account, Basket)
        assert issubclass(library.Savings, Account)
        assert type(account).__name__ == "Savings"

    def test_below_plain_types(self):
        stack = library.Stack([1, 2])
        stack.push(3)
        assert stack == [1, 2, 3]
        assert stack != [1, 2]
        assert len(stack) == 3
        assert stack[-1] == 3
        euros = library.Euros(5)
        assert euros == 5
        assert euros + 1 == 6
        assert str(euros) == "5 EUR"

    def test_data_classes(self):
        point = Point(1, 2)
        assert point == Point(1, 2)
        assert point != Point(2, 1)
        assert (point.x, point.y) == (1, 2)
        assert repr(point) == "Point(x=1, y=2)"
        assert len({point, Point(1, 2)}) == 1

    def test_named_tuples(self):
        pair = library.make_pair(1, 2)
        assert pair == (1, 2)
        assert pair.left == 1
        assert isinstance(pair, Pair)
        left, right = pair
        assert (left, right) == (1, 2)
        assert pair._replace(left=5) == (5, 2)

    def test_enumerations(self):
        assert library.mix() is Colour.RED
        assert Colour("red") is Colour.RED
        assert Colour["RED"] == Colour.RED
        assert Colour.RED.name == "RED"
        assert Colour.RED.value == "red"
        assert [colour.name for colour in Colour] == ["RED", "BLUE"]
        assert len(Colour) == 2
        assert library.by_colour()[Colour.BLUE] == 2
        assert Level.HIGH == 2
        assert Level.HIGH > Level.LOW
        with pytest.raises(ValueError):
            Colour("green")

    def test_context_managers(self):
        with library.Door() as door:
            assert door.is_open
        assert not door.is_open
        with library.opened("x") as name:
            assert name == "X"
        with library.Swallows():
            raise ValueError("on purpose")

    def test_objects_come_back(self):
        account = Account(1)
        assert library.echo(account) is account
        assert library.echo([account])[0] is account
        assert library.richest([Account(1), Account(9)]).balance == 9

    def test_functions_that_are_returned(self):
        add_five = library.adder(5)
        assert add_five(1) == 6
        counter = library.counter()
        assert [counter(), counter(), counter()] == [1, 2, 3]


class TestFlow:
    def test_generators(self):
        assert list(library.count_down(3)) == [3, 2, 1]
        forever = library.naturals()
        assert [next(forever) for _ in range(3)] == [0, 1, 2]
        short = library.count_down(1)
        next(short)
        with pytest.raises(StopIteration):
            next(short)
        talks = library.echoes()
        next(talks)
        assert talks.send("a") == "A"

    def test_async_functions(self):
        assert asyncio.run(library.add_later(2, 3)) == 5
        with pytest.raises(ZeroDivisionError):
            asyncio.run(library.fail_later())

    async def test_async_tests(self):
        results = await asyncio.gather(*(library.add_later(i, i) for i in range(5)))
        assert results == [0, 2, 4, 6, 8]
        assert [n async for n in library.ticks(3)] == [0, 1, 2]
        async with library.AsyncDoor() as door:
            assert door.is_open

    def test_callbacks(self):
        seen = []
        library.each([1, 2], seen.append)
        assert seen == [1, 2]
        assert library.apply(lambda x, by: x * by, 3, by=4) == 12
        with pytest.raises(LookupError, match="mine"):
            library.apply(self.fail_for, 1)
        assert library.catches(self.fail_for) == "LookupError"
        assert library.catches(lambda _: {}["not there"]) == "KeyError"
        assert library.convert(["1", "2"], int) == [1, 2]

    def fail_for(self, *_):
        raise LookupError("mine")

    def test_nested_callbacks(self):
        def again(depth):
            return depth if depth == 0 else 1 + library.apply(again, depth - 1)

        assert library.apply(again, 6) == 6

    def test_callbacks_of_threads(self):
        assert sorted(library.in_threads(lambda x: x * x, [1, 2, 3])) == [1, 4, 9]

    def test_callbacks_that_wait(self):
        order = []

        async def fetch(name):
            await asyncio.sleep(0.05 if name == "slow" else 0.01)
            order.append(name)
            return name.upper()

        assert asyncio.run(library.fetch_all(fetch, ["slow", "quick"])) == ["SLOW", "QUICK"]
        assert library.fetch_all_now(fetch, ["slow", "quick"]) == ["SLOW", "QUICK"]
        assert order == ["quick", "slow", "quick", "slow"]

    def test_later(self):
        seen = []
        library.later(0.05, seen.append, 1)
        submission.wait(0.3)
        assert seen == [1]

    def test_own_errors_in_callbacks(self):
        def refuse(_):
            raise library.InsufficientFunds(3)

        assert library.catches(refuse) == "InsufficientFunds"
