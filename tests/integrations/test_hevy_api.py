"""Hevy's API is read whole, or refused with a word on what to do."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest

from hevy_stand_in import KEY, HevyStandIn, hevy_stand_in, workout
from metricgain.importers.course import Course, Told
from metricgain.importers.values import ImportedWorkout
from metricgain.integrations.hevy_api import (
    HevyAwayError,
    HevyKeyRefusedError,
    hevy_history,
    hevy_workouts,
)

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
PATIENCE = timedelta(seconds=0.25)


async def fetched(
    hevy: HevyStandIn, *, key: str = KEY, waits: list[float] | None = None
) -> bytes:
    async def pause(seconds: float) -> None:
        if waits is not None:
            waits.append(seconds)

    workouts = hevy_workouts(key, address=hevy.address, patience=PATIENCE, pause=pause)
    return b"".join([part async for part in hevy_history(workouts)])


def read(text: bytes) -> list[ImportedWorkout]:
    told = Told(file_name="hevy", timezone="Europe/Berlin", unit=None, rehearsing=True)
    found: list[ImportedWorkout] = []
    with Course(io.BytesIO(text), told) as course:
        while (batch := course.next_batch()) is not None:
            found += batch
    return found


async def test_every_workout_of_every_page_is_read_with_its_sets() -> None:
    with hevy_stand_in(workouts=[workout(n) for n in range(23)]) as hevy:
        found = read(await fetched(hevy))

        assert hevy.asked == [1, 2, 3]
    assert len(found) == 23
    first = found[0]
    assert (first.app, first.name) == ("hevy", "Morning Workout")
    assert first.source_key == "hevy:2024-03-01T08:00:0"
    assert (first.duration_seconds, first.notes) == (
        3900,
        "Pushed myself\nto the limit",
    )
    assert [
        (one.set_type, one.weight, one.weight_unit, one.reps, one.rir)
        for one in first.sets
    ] == [
        ("warmup", Decimal(20), "kg", 10, None),
        ("working", Decimal(135), "lb", 8, Decimal("1.5")),
        ("drop", Decimal(40), "kg", 12, None),
        ("failure", Decimal("60.5"), "kg", 6, Decimal(0)),
        ("working", Decimal(0), "kg", 0, None),
    ]
    assert first.sets[0].notes == "Paused"
    assert (first.sets[4].seconds, first.sets[4].distance_m) == (420, Decimal("1500.5"))


async def test_no_workouts_are_an_empty_history() -> None:
    with hevy_stand_in() as hevy:
        assert read(await fetched(hevy)) == []


async def test_a_wrong_key_is_refused_at_once() -> None:
    with hevy_stand_in(workouts=[workout(1)]) as hevy:
        with pytest.raises(HevyKeyRefusedError) as refused:
            await fetched(hevy, key="guessed")

        assert hevy.asked == [1]
    assert "guessed" not in f"{refused.value} {refused.value.remedy}"


@pytest.mark.parametrize(
    ("troubles", "waits"),
    [
        pytest.param([429], [7], id="too many requests: as long as it asks"),
        pytest.param([500, 503], [1, 2], id="errors: longer each time"),
        pytest.param([200, 0], [1], id="too slow"),
    ],
)
async def test_what_passes_is_waited_for(
    troubles: list[int], waits: list[float]
) -> None:
    workouts = [workout(n) for n in range(12)]
    waited: list[float] = []
    with hevy_stand_in(workouts=workouts, troubles=troubles) as hevy:
        found = read(await fetched(hevy, waits=waited))

    assert len(found) == 12
    assert waited == waits


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param({"troubles": [500] * 9}, id="errors without end"),
        pytest.param({"troubles": [200, 404]}, id="a page that is not there"),
        pytest.param({"shrinks_at": 1}, id="a page that vanishes"),
        pytest.param({"garbage": b"<html>"}, id="no JSON"),
        pytest.param({"garbage": b'{"workouts":[]}'}, id="no pages"),
        pytest.param({"garbage": b'{"page_count":99999999}'}, id="too many pages"),
        pytest.param({"garbage": b" " * 9_000_000}, id="too large"),
    ],
)
async def test_what_does_not_pass_is_refused(trouble: dict[str, object]) -> None:
    workouts = [workout(n) for n in range(25)]
    with (
        hevy_stand_in(workouts=workouts, **trouble) as hevy,
        pytest.raises(HevyAwayError),
    ):
        await fetched(hevy)


async def test_a_workout_that_moves_to_the_next_page_is_read_once() -> None:
    workouts = [workout(n) for n in range(11)]
    with hevy_stand_in(workouts=[*workouts[:10], workouts[9], workouts[10]]) as hevy:
        assert len(read(await fetched(hevy))) == 11


async def test_nobody_there_is_refused() -> None:
    with pytest.raises(HevyAwayError):
        await fetched(HevyStandIn(address="http://127.0.0.1:9"))
