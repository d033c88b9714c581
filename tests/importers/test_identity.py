"""The same history has the same ids, whenever and however it is read."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from metricgain.importers.identity import import_id, set_id, workout_key

WALL = datetime(2024, 5, 1, 18, 30, 12)  # noqa: DTZ001 -- a wall time has no zone


def test_a_workout_is_known_by_its_app_its_minute_and_its_place_in_it() -> None:
    assert workout_key("strong", WALL, 0) == "strong:2024-05-01T18:30:0"
    assert workout_key("hevy", WALL, 1) == "hevy:2024-05-01T18:30:1"


def test_the_same_key_gives_one_id_in_whichever_account() -> None:
    key = workout_key("strong", WALL, 0)

    assert import_id(key, WALL) == import_id(key, WALL.replace(second=0))
    assert import_id(key, WALL) != import_id(workout_key("strong", WALL, 1), WALL)


def test_the_id_of_a_known_workout_never_changes() -> None:
    known = import_id(workout_key("strong", WALL, 0), WALL)

    assert known == UUID("018f356b-ac40-854b-8fd4-1a48efc2def4")


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_ids_sort_by_the_time_of_the_workout(wall: datetime) -> None:
    found = import_id(workout_key("hevy", wall, 0), wall)

    minute = wall.replace(second=0, microsecond=0, tzinfo=UTC)
    assert found.int >> 80 == int(minute.timestamp() * 1000)
    assert found.version == 8


def test_the_sets_of_a_workout_have_ids_that_fit_an_integer_and_never_repeat() -> None:
    workout = import_id(workout_key("strong", WALL, 0), WALL)

    ids = {set_id(workout, ordinal) for ordinal in range(5000)}

    assert len(ids) == 5000
    assert all(0 <= one < 2**31 for one in ids)
