"""Statistics are right after every change, whatever changes and whoever changes it."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metricgain.kit.clock import now
from metricgain.store.database import Database
from metricgain.store.statistics.rebuild import mark, rebuild
from metricgain.store.statistics.verify import Difference, verify
from training_steps import Life, Step, new_life, steps


async def wrong(life: Life) -> list[Difference]:
    return await verify(life.database, life.user_id)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=st.lists(steps(), min_size=5, max_size=14))
async def test_statistics_are_those_of_the_log_after_every_step(
    database: Database, story: list[Step]
) -> None:
    life = await new_life(database)

    for step in story:
        await step(life)

        assert await wrong(life) == []


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    stories=st.lists(st.lists(steps(), min_size=3, max_size=8), min_size=3, max_size=3)
)
async def test_writers_at_once_and_a_rebuild_among_them_agree(
    database: Database, stories: list[list[Step]]
) -> None:
    life = await new_life(database)

    async def write(story: list[Step]) -> None:
        for step in story:
            await step(life)

    async def rebuild_again_and_again() -> None:
        for _ in range(4):
            async with database.as_system() as system:
                await mark(system, user_id=life.user_id)
            await rebuild(database, life.user_id, now=now())
            assert await wrong(life) == []

    await asyncio.gather(*map(write, stories), rebuild_again_and_again())

    assert await wrong(life) == []
