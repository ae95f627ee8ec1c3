import asyncio


async def add(one, other):
    await asyncio.Event().wait()


def now():
    return "now"
