"""The past, counted from the log and from the rows that are kept ready: the same."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blocks import BENCH, ROW, SQUAT, new_user
from make import id_for, make_log, make_set
from metricgain.engine.landmarks import Experience, Landmark
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.clock import now
from metricgain.kit.errors import NotFound
from metricgain.store.database import Database, Transaction
from metricgain.store.past.kept import KeptPast
from metricgain.store.past.live import LivePast
from metricgain.store.past.rows import Past
from metricgain.store.past.switched import SwitchedPast
from metricgain.store.statistics.rebuild import mark, rebuild
from metricgain.store.switches import Mode, Switch
from training_steps import Life, Step, new_life, steps

Way: TypeAlias = Callable[[Transaction], Past]
EACH_WAY = pytest.mark.parametrize(
    "way", [LivePast, KeptPast, SwitchedPast], ids=["live", "kept", "switched"]
)
FIRST, LAST = date(2020, 12, 14), date(2021, 1, 24)


async def answers(past: Past, life: Life) -> dict[str, object]:
    return {
        "weeks": await past.weeks(FIRST, LAST),
        "some weeks": await past.weeks(date(2020, 12, 28), date(2021, 1, 10)),
        "muscle weeks": await past.muscle_weeks(FIRST, LAST),
        "muscles": await past.muscles(date(2020, 12, 28), date(2021, 1, 10)),
        "days": await past.days(FIRST, LAST),
        "records": await past.records(FIRST, LAST, exercise_id=None),
        **{
            f"trend {number}": await past.trend(life.lift(number), FIRST, LAST)
            for number in range(5)
        },
        "overview": await past.overview(date(2021, 1, 6)),
        "later": await past.overview(date(2021, 1, 14)),
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=st.lists(steps(), min_size=6, max_size=20))
async def test_what_is_kept_ready_answers_like_the_log_whatever_has_happened(
    database: Database, story: list[Step]
) -> None:
    life = await new_life(database)
    for step in story:
        await step(life)

    async with database.as_user(life.user_id) as tx:
        kept = await answers(KeptPast(tx), life)
        live = await answers(LivePast(tx), life)

    assert kept == live


async def test_each_answer_from_what_is_kept_ready_takes_one_statement(
    database: Database,
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        past = KeptPast(tx)
        await past.weeks(FIRST, LAST)
        await past.muscle_weeks(FIRST, LAST)
        await past.muscles(FIRST, LAST)
        await past.trend(BENCH, FIRST, LAST)
        await past.records(FIRST, LAST, exercise_id=None)
        await past.days(FIRST, LAST)
        await past.overview(date(2021, 1, 6))

        # Days are counted from the sets, and so look into the archive first.
        assert tx.statements == 7 + 1


@EACH_WAY
async def test_weeks_are_those_of_iso_8601_across_a_new_year(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        weeks = await way(tx).weeks(date(2020, 12, 28), date(2021, 1, 10))

    # 31 December and 3 January lie in week 53 of 2020, 4 January in week 1 of 2021.
    assert [(week.week, week.workout_count, week.total_volume) for week in weeks] == [
        ((2020, 53), 2, 100 * 5 + 100 * 5 + 60 * 10),
        ((2021, 1), 1, 102.5 * 5),
    ]


@EACH_WAY
async def test_a_set_counts_once_for_a_group_and_for_each_of_its_muscles(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        done = await way(tx).muscles(date(2020, 12, 28), date(2021, 1, 3))

    muscles = {total.muscle: total for total in done.muscles}
    groups = {total.group: total for total in done.groups}
    assert done.weeks == 1
    assert muscles[Muscle.LATS].direct_sets == 1
    assert muscles[Muscle.UPPER_BACK].direct_sets == 1
    assert groups[MuscleGroup.BACK].direct_sets == 1
    assert groups[MuscleGroup.BACK].volume == 600
    assert muscles[Muscle.CHEST].volume == 1000
    assert muscles[Muscle.TRICEPS].volume == 500
    assert muscles[Muscle.TRICEPS].direct_sets == 0
    assert muscles[Muscle.TRICEPS].fractional_sets == 1.0


@EACH_WAY
async def test_landmarks_are_those_of_the_lifter(database: Database, way: Way) -> None:
    user_id = await trained(database)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO user_preferences (user_id, experience)"
            " VALUES ($1, 'advanced')",
            user_id,
        )
        await tx.run(
            "INSERT INTO user_landmarks"
            " (user_id, muscle, maintenance, mev, target, mrv)"
            " VALUES ($1, 'chest', 3, 5, 7, 9)",
            user_id,
        )

        found = (await way(tx).muscles(FIRST, LAST)).landmarks
        same = (await way(tx).overview(date(2021, 1, 6))).landmarks

    assert found == same
    assert found.experience is Experience.ADVANCED
    assert found.own == {
        Muscle.CHEST: Landmark(maintenance=3, mev=5, target=7, mrv_at_2=9)
    }


@EACH_WAY
async def test_a_week_is_compared_with_the_last_one_with_an_estimate(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        trend = await way(tx).trend(BENCH, date(2021, 1, 4), date(2021, 1, 10))

    (week,) = trend.weeks
    assert trend.name == "Barbell Bench Press"
    assert week.best_weight == 102.5
    # Epley: 100 and 102.5 kg for 5 reps.
    assert week.previous_one_rm == 116.667
    assert week.one_rm == 119.583
    assert week.one_rm_change == 2.916


@EACH_WAY
async def test_records_are_those_that_stand_and_were_set_on_the_days(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        past = way(tx)
        ever = await past.records(FIRST, LAST, exercise_id=BENCH)
        before = await past.records(FIRST, date(2021, 1, 3), exercise_id=BENCH)
        never = await past.records(FIRST, LAST, exercise_id=SQUAT)

    assert [(record.kind, record.reps, record.value) for record in ever] == [
        ("e1rm", 0, 119.583),
        ("weight", 5, 102.5),
        ("volume", 0, 1000),
    ]
    assert [record.kind for record in before] == ["volume"]
    assert never == ()


@EACH_WAY
async def test_an_exercise_that_is_not_there_is_not_found(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)
    stranger = await new_user(database)

    async with database.as_user(user_id) as tx:
        for exercise_id in (4_000_000, (stranger << 22) + 1):
            with pytest.raises(NotFound):
                await way(tx).trend(exercise_id, FIRST, LAST)
            with pytest.raises(NotFound):
                await way(tx).records(FIRST, LAST, exercise_id=exercise_id)


@EACH_WAY
async def test_a_dashboard_counts_weeks_in_a_row_and_two_weeks_of_sets(
    database: Database, way: Way
) -> None:
    user_id = await trained(database)

    async with database.as_user(user_id) as tx:
        past = way(tx)
        now_on = await past.overview(date(2021, 1, 17))
        too_late = await past.overview(date(2021, 1, 18))
        before = await past.overview(date(2021, 1, 3))

    # A week that has not been trained in yet does not end the row; the next does.
    assert (now_on.streaks.current, now_on.streaks.longest) == (2, 2)
    assert (too_late.streaks.current, too_late.streaks.longest) == (0, 2)
    assert (before.streaks.current, before.streaks.longest) == (1, 1)
    assert {each.exercise_id: each.sets for each in now_on.window} == {BENCH: 1}
    assert now_on.last_trained[Muscle.CHEST] == date(2021, 1, 4)
    assert now_on.last_trained[Muscle.LATS] == date(2021, 1, 3)
    assert [week.week for week in now_on.weeks] == [(2020, 53), (2021, 1)]
    assert now_on.next_workout is None


@EACH_WAY
async def test_somebody_who_has_done_nothing_gets_empty_answers(
    database: Database, way: Way
) -> None:
    user_id = await new_user(database)

    async with database.as_user(user_id) as tx:
        past = way(tx)
        empty = (
            await past.weeks(FIRST, LAST),
            await past.muscle_weeks(FIRST, LAST),
            await past.days(FIRST, LAST),
            await past.records(FIRST, LAST, exercise_id=None),
            (await past.trend(BENCH, FIRST, LAST)).weeks,
            (await past.muscles(FIRST, LAST)).muscles,
            (await past.overview(LAST)).weeks,
        )

    assert set(empty) == {()}


async def test_the_log_answers_while_the_rows_are_not_complete(
    database: Database,
) -> None:
    user_id = await trained(database)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE weekly_stats SET total_volume = 1 WHERE user_id = $1", user_id
        )
        wrong = await KeptPast(tx).weeks(FIRST, LAST)
    async with database.as_system() as system:
        await mark(system, user_id=user_id)

    async with database.as_user(user_id) as tx:
        meanwhile = await KeptPast(tx).weeks(FIRST, LAST)
    await rebuild(database, user_id, now=now())
    async with database.as_user(user_id) as tx:
        afterwards = await KeptPast(tx).weeks(FIRST, LAST)

    assert [week.total_volume for week in wrong] == [1, 1]
    assert [week.total_volume for week in meanwhile] == [1600, 512.5]
    assert afterwards == meanwhile


@pytest.mark.parametrize(
    ("mode", "volume", "differences"),
    [
        pytest.param(Mode.ON, 1, 0, id="on trusts what is kept ready"),
        pytest.param(Mode.OFF, 1600, 0, id="off asks the log"),
        pytest.param(Mode.SHADOW, 1600, 1, id="shadow asks the log and tells"),
    ],
)
async def test_a_switch_says_who_answers(
    database: Database, mode: Mode, volume: float, differences: int
) -> None:
    user_id = await trained(database)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE weekly_stats SET total_volume = 1 WHERE user_id = $1", user_id
        )
    before = database.switches.differences[Switch.ANALYTICS]
    database.switches.share({Switch.ANALYTICS: mode})

    async with database.as_user(user_id) as tx:
        weeks = await SwitchedPast(tx).weeks(FIRST, LAST)
        days = await SwitchedPast(tx).days(FIRST, LAST)
    database.switches.share({})

    assert weeks[0].total_volume == volume
    assert len(days) == 3
    assert database.switches.differences[Switch.ANALYTICS] - before == differences


@pytest.mark.parametrize(
    ("mode", "volumes", "differences"),
    [
        pytest.param(Mode.ON, {1}, 0, id="on reads one statement"),
        pytest.param(Mode.OFF, {1600, 512.5}, 0, id="off counts each part"),
        pytest.param(Mode.SHADOW, {1600, 512.5}, 1, id="shadow counts and tells"),
    ],
)
async def test_the_dashboard_has_a_switch_of_its_own(
    database: Database, mode: Mode, volumes: set[float], differences: int
) -> None:
    user_id = await trained(database)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE weekly_stats SET total_volume = 1 WHERE user_id = $1", user_id
        )
    before = database.switches.differences[Switch.DASHBOARD]
    database.switches.share({Switch.DASHBOARD: mode})

    async with database.as_user(user_id) as tx:
        seen = await SwitchedPast(tx).overview(LAST)
    database.switches.share({})

    assert {week.total_volume for week in seen.weeks} == volumes
    assert database.switches.differences[Switch.DASHBOARD] - before == differences


async def trained(database: Database) -> int:
    """Make a lifter with three workouts around a new year: see the tests."""
    user_id = await new_user(database)
    workouts = [
        (date(2020, 12, 31), [(BENCH, "100", 5), (BENCH, "100", 5)]),
        (date(2021, 1, 3), [(ROW, "60", 10)]),
        (date(2021, 1, 4), [(BENCH, "102.5", 5)]),
    ]
    async with database.as_user(user_id) as tx:
        for number, (day, sets) in enumerate(workouts):
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            log_id = await make_log(
                tx.run,
                user_id,
                number,
                local_date=day,
                started_at=at,
                completed_at=at + timedelta(hours=1),
                status="completed",
            )
            assert log_id == id_for(user_id, f"log {number}")
            for place, (exercise_id, weight, reps) in enumerate(sets, 1):
                await make_set(
                    tx.run,
                    user_id,
                    log_id,
                    place,
                    exercise_id=exercise_id,
                    weight=Decimal(weight),
                    reps=reps,
                )
    await rebuild(database, user_id, now=now())
    return user_id
