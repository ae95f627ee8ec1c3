import asyncio

import pytest
from touchstone import submission

later = submission.load("later.py")


def test_adds():
    assert asyncio.run(later.add(1, 2)) == 3


async def test_refuses():
    with pytest.raises(TypeError):
        await later.add("1", 2)


def test_stays_in_step():
    assert later.now() == "now"
