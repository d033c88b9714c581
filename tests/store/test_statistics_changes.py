"""Whatever happens to a log changes the statistics, and changes them right."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

import asyncpg
import pytest

from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.delete_set import delete_set
from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.finish_workout import finish_workout
from metricgain.actions.relink_exercise import relink_exercise
from metricgain.actions.save_preferences import save_preferences
from metricgain.actions.save_set import save_set
from metricgain.actions.start_workout import start_workout
from metricgain.engine.muscles import Muscle
from metricgain.engine.statistics import Statistics
from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.database import Database
from metricgain.store.sets import SetEntry
from metricgain.store.statistics.history import load_statistics
from metricgain.store.statistics.verify import verify
from strong_file import bring, strong
from training_steps import BENCH, FIRST_DAY, ROW, Life, new_life, redefine

Act: TypeAlias = Callable[[Life, Change], Awaitable[object]]

PLANNED, DELOAD, FREE, LATER, LATEST = range(5)
DAYS = {PLANNED: 0, DELOAD: 7, FREE: 2, LATER: 14, LATEST: 17}
BODY_WEIGHT, OWN = 2, 4


@pytest.fixture
async def life(database: Database) -> Life:
    """A lifter who trained in three weeks, planned, light and free."""
    made = await new_life(database)
    for log in (PLANNED, DELOAD, FREE, LATER):
        await begin(made, log)
    await log_set(made, PLANNED, 1, weight="100", reps=5)
    await log_set(made, PLANNED, 2, weight="90", reps=8, set_type="drop")
    await log_set(made, PLANNED, 3, lift=OWN, weight="40.25", reps=3)
    await log_set(made, DELOAD, 1, weight="110", reps=5)
    await log_set(made, FREE, 1, weight="100", reps=5)
    await log_set(made, FREE, 2, lift=BODY_WEIGHT, weight="5", reps=10)
    await log_set(made, LATER, 1, weight="700", reps=2)
    await log_set(made, LATER, 2, lift=ROW, weight="60", reps=10)
    file = strong('"Nonesuch Press",1,40,10', start="2021-01-02 18:30:00")
    await bring(database, made.user_id, file)
    assert made.refused == []
    return made


async def begin(life: Life, log: int) -> None:
    log_id = life.log(log)
    await life.do(
        lambda change: start_workout(
            change,
            id=log_id,
            started_at=FIRST_DAY + timedelta(days=DAYS[log]),
            workout_instance_id=log_id if log in (PLANNED, DELOAD) else None,
        )
    )


async def log_set(  # noqa: PLR0913 - what a set is
    life: Life,
    log: int,
    set_id: int,
    *,
    weight: str,
    reps: int,
    lift: int = 0,
    set_type: str = "working",
) -> None:
    entry = SetEntry(
        exercise_id=lift if lift > OWN else life.lift(lift),
        set_number=1,
        weight=Decimal(weight),
        weight_unit="kg",
        reps=reps,
        set_type=set_type,
        performed_at=FIRST_DAY + timedelta(days=DAYS[log], minutes=set_id),
    )
    await life.do(
        lambda change: save_set(
            change, log_id=life.log(log), set_id=set_id, entry=entry
        )
    )


async def kept(life: Life) -> Statistics:
    async with life.database.as_user(life.user_id) as tx:
        return await load_statistics(tx)


def edited(log: int, **fields: object) -> Act:
    return lambda life, change: edit_workout_log(
        change,
        log_id=life.log(log),
        edit=LogEdit(**fields),  # type: ignore[arg-type]  # names are checked by LogEdit
    )


def weighing(kg: str) -> Act:
    return lambda _, change: save_preferences(
        change, lambda before: replace(before, body_weight_kg=Decimal(kg))
    )


def deleted_set(log: int, set_id: int) -> Act:
    return lambda life, change: delete_set(change, log_id=life.log(log), set_id=set_id)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(deleted_set(PLANNED, 1), id="a set is deleted"),
        pytest.param(deleted_set(FREE, 2), id="the last set of an exercise is"),
        pytest.param(
            lambda life, change: confirm_set(change, log_id=life.log(LATER), set_id=1),
            id="a doubtful set is confirmed",
        ),
        pytest.param(
            lambda life, change: delete_workout_log(change, log_id=life.log(FREE)),
            id="a workout is deleted",
        ),
        pytest.param(
            lambda life, change: delete_mesocycle(change, mesocycle_id=life.block),
            id="a block is deleted",
        ),
        pytest.param(
            edited(PLANNED, started_at=FIRST_DAY + timedelta(days=30)),
            id="a workout moves to another week",
        ),
        pytest.param(
            edited(PLANNED, started_at=FIRST_DAY + timedelta(days=1)),
            id="a workout moves within its week",
        ),
        pytest.param(
            edited(FREE, body_weight_kg=Decimal(91)), id="a workout's body weight"
        ),
        pytest.param(weighing("82.5"), id="the lifter's body weight"),
        pytest.param(
            lambda life, change: finish_workout(
                change,
                id=life.log(FREE),
                completed_at=FIRST_DAY + timedelta(days=2, hours=1),
            ),
            id="a workout is finished",
        ),
        pytest.param(
            lambda _, change: relink_exercise(
                change, app="strong", raw_name="Nonesuch Press", exercise_id=BENCH
            ),
            id="an imported name is linked",
        ),
    ],
)
async def test_statistics_follow_when(life: Life, act: Act) -> None:
    before = await kept(life)

    await life.do(lambda change: act(life, change))

    assert life.refused == []
    assert await kept(life) != before
    assert await verify(life.database, life.user_id) == []


@pytest.mark.parametrize(
    ("muscle", "kind"),
    [
        pytest.param(Muscle.LATS, "external", id="another muscle"),
        pytest.param(Muscle.CHEST, "bodyweight_plus", id="another kind of load"),
    ],
)
async def test_statistics_follow_when_an_exercise_is_defined_anew(
    life: Life, muscle: Muscle, kind: str
) -> None:
    before = await kept(life)

    await redefine(life, muscle, kind)

    assert await kept(life) != before
    assert await verify(life.database, life.user_id) == []


async def test_a_workout_is_of_the_week_that_it_is_where_the_lifter_lives(
    life: Life,
) -> None:
    await life.do(
        lambda change: save_preferences(
            change, lambda before: replace(before, timezone="Pacific/Kiritimati")
        )
    )
    before = await kept(life)

    # Late on Sunday in UTC, which is Monday there.
    await begin(life, LATEST)
    await log_set(life, LATEST, 1, weight="50", reps=10)

    weeks = {row.week for row in (await kept(life)).weeks}
    assert weeks - {row.week for row in before.weeks} == {(2021, 2)}
    assert await verify(life.database, life.user_id) == []


async def test_a_deload_sets_no_record_and_neither_does_a_slip(life: Life) -> None:
    records = (await kept(life)).records

    bench = {(row.kind, row.reps): row for row in records if row.exercise_id == BENCH}
    assert bench["weight", 5].value == Decimal("100.000")
    assert bench["weight", 5].achieved_on == date(2020, 12, 24)
    assert bench["e1rm", 0].value == Decimal("116.667")
    assert ("weight", 2) not in bench
    assert bench["volume", 0].value == Decimal(100 * 5 + 90 * 8)


async def test_weeks_hold_what_one_works_out_by_hand(life: Life) -> None:
    found = await kept(life)

    weeks = {row.week: row for row in found.weeks}
    first = weeks[2020, 52]
    assert first.workout_count == 2
    assert first.working_sets == 5
    # 75 kg is assumed of a lifter who has not said; all of it is lifted.
    assert first.total_volume == (
        Decimal(100 * 5 + 90 * 8) + Decimal("40.25") * 3 + 100 * 5 + 80 * 10
    )
    assert not first.is_deload
    assert weeks[2020, 53].is_deload
    triceps = next(
        row
        for row in found.muscles
        if row.muscle is Muscle.TRICEPS and row.week == (2020, 52)
    )
    assert triceps.direct_sets == 0
    assert triceps.fractional_sets == Decimal("2.5")
    assert triceps.last_trained is None


async def test_a_failing_aggregate_rolls_the_whole_change_back(
    life: Life, owner: asyncpg.Connection
) -> None:
    before = await kept(life)
    await owner.execute(
        "ALTER TABLE weekly_stats ADD CONSTRAINT weekly_stats_broken_check"
        f" CHECK (user_id <> {life.user_id}) NOT VALID"
    )

    await log_set(life, PLANNED, 9, weight="50", reps=5)

    await owner.execute(
        "ALTER TABLE weekly_stats DROP CONSTRAINT weekly_stats_broken_check"
    )
    assert [(type(one), one.field) for one in life.refused] == [(Invalid, "broken")]
    assert await kept(life) == before
    async with life.database.as_user(life.user_id) as tx:
        assert await tx.value("SELECT count(*) FROM sets WHERE id = 9") == 0
