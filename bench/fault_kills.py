"""Kills the processes of an installation, one after the other, while people train."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251 - drawn from a given seed
from time import perf_counter

from bench.fault_lifters import Found, Heard, Lifter, all_heard, compare, lifters_of
from bench.kept_up import Installation, kept_up


@dataclass(slots=True)
class Outcome:
    """What came of a fault.

    `back_after` are the seconds from each fault until everybody had something
    acknowledged again, by what was done; `log` is what the processes wrote.
    """

    heard: Heard
    found: Found
    back_after: dict[str, list[float]] = field(default_factory=dict)
    log: str = ""


async def kill_while_training(
    folder: Path, victims: Sequence[str], *, lifters: int, seed: int = 0
) -> Outcome:
    """Kill one process after the other with -9; each time, wait until all is well."""
    chance = Random(seed)  # noqa: S311 - repeatable, not secret
    back_after: dict[str, list[float]] = {}
    async with kept_up(folder, log=folder / "log") as there:
        url = await asyncio.to_thread(lambda: there.url)
        async with lifters_of(url, there.address, count=lifters, seed=seed) as people:
            async with training(people):
                for victim in victims:
                    await all_heard(people)
                    await _kill(there, victim, chance)
                    begun = perf_counter()
                    await all_heard(people)
                    took = perf_counter() - begun
                    back_after.setdefault(victim, []).append(took)
            await there.until_ready()
            heard = people[0].heard
            found = await compare(url, people)
    return Outcome(
        heard=heard, found=found, back_after=back_after, log=there.log.read_text()
    )


@asynccontextmanager
async def training(people: Sequence[Lifter]) -> AsyncIterator[None]:
    """Let people train for the block; what they have begun is finished after it."""
    over = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for lifter in people:
            group.create_task(lifter.train(over))
        yield
        over.set()


async def _kill(there: Installation, victim: str, chance: Random) -> None:
    # What was killed last may not have come back yet.
    while not await asyncio.to_thread(there.kill, victim, chance):  # noqa: ASYNC110 - processes send no events
        await asyncio.sleep(0.02)
