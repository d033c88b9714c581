"""After a break a block goes on as the break asks for."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from blocks import (
    BENCH,
    CURL,
    NOW,
    SQUAT,
    exercise,
    finish,
    load,
    log_past,
    new_user,
    outline,
    start,
    workout,
)
from metricgain.actions.apply_gap import apply_gap
from metricgain.actions.end_mesocycle import end_mesocycle
from metricgain.actions.finish_workout import finish_workout
from metricgain.engine.disruptions import GapKind
from metricgain.kit.errors import Conflict, Invalid, Refusal
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.mesocycles import Prescription, StoredBlock, complete_if_done

REPEAT, RESTART, NEW = GapKind.REPEAT, GapKind.RESTART, GapKind.NEW_BLOCK
LATER = NOW + timedelta(days=60)
PLAN = outline(
    workout("Upper", 0, exercise(BENCH), exercise(CURL, 2)),
    workout("Lower", 3, exercise(SQUAT)),
    weeks=5,
)


class Lifter:
    """A user with a block of five weeks, Monday and Thursday, from 5 January 2026."""

    def __init__(self, database: Database, user_id: int, block: UUID) -> None:
        self.database = database
        self.user_id = user_id
        self.block_id = block

    async def block(self) -> StoredBlock:
        return await load(self.database, self.user_id, self.block_id)

    async def trains(self, *places: int) -> None:
        """Do workouts without a set; they are on the days they were planned for."""
        block = await self.block()
        for place in places:
            await finish(self.database, self.user_id, block.sessions[place].id)
        async with changing(self.database, self.user_id, now=NOW) as change:
            await complete_if_done(change, self.block_id)

    async def prescribes_bench(self, place: int, *, sets: int, weight: int) -> None:
        """Prescribe the bench press as a decision would have, for 9 reps."""
        session = (await self.block()).sessions[place]
        async with self.database.as_user(self.user_id) as tx:
            await tx.run(
                "UPDATE prescriptions SET target_sets = $4, full_sets = $4,"
                " target_weight = $5, target_reps = 9"
                " WHERE user_id = $1 AND workout_instance_id = $2 AND exercise_id = $3",
                self.user_id, session.id, BENCH, sets, weight,
            )  # fmt: skip

    async def goes_on(self, on: date, kind: GapKind) -> None:
        async with changing(self.database, self.user_id, now=LATER) as change:
            await apply_gap(change, mesocycle_id=self.block_id, on=on, kind=kind)


@pytest.fixture
async def lifter(database: Database) -> Lifter:
    user_id = await new_user(database)
    for exercise_id in (BENCH, SQUAT, CURL):
        await log_past(
            database, user_id, exercise_id,
            day=date(2026, 1, 2), weight="100", reps=8,
        )  # fmt: skip
    return Lifter(database, user_id, await start(database, user_id, PLAN))


def of(block: StoredBlock, place: int, exercise_id: int = BENCH) -> Prescription:
    return next(
        one for one in block.sessions[place].exercises if one.exercise_id == exercise_id
    )


async def test_what_is_left_of_a_week_moves_to_the_day_of_the_comeback(
    lifter: Lifter,
) -> None:
    await lifter.trains(0)
    before = await lifter.block()
    for _ in range(2):
        await lifter.goes_on(date(2026, 1, 14), REPEAT)
    block = await lifter.block()
    assert block.sessions[0] == before.sessions[0]
    assert block.sessions[1].scheduled_on == date(2026, 1, 14)
    assert block.sessions[1].week_number == 1
    assert block.sessions[1].exercises == before.sessions[1].exercises
    moved = [
        now.scheduled_on - then.scheduled_on
        for now, then in zip(block.sessions[1:], before.sessions[1:], strict=True)
    ]
    assert set(moved) == {timedelta(days=6)}
    assert (block.weeks[0].start, block.weeks[0].end) == (
        before.weeks[0].start, before.weeks[0].end + timedelta(days=6),
    )  # fmt: skip
    assert block.weeks[1].start == before.weeks[1].start + timedelta(days=6)
    assert block.end_date == before.end_date + timedelta(days=6)  # type: ignore[operator]  # a running block has an end


async def test_a_week_that_was_done_is_asked_for_again(lifter: Lifter) -> None:
    await lifter.trains(0, 1)
    await lifter.prescribes_bench(2, sets=5, weight=90)
    for _ in range(2):
        await lifter.goes_on(date(2026, 1, 15), REPEAT)
    block = await lifter.block()
    done, again = of(block, 0), of(block, 2)
    assert (again.target_sets, again.weight, again.reps, again.rir) == (
        done.target_sets, done.weight, done.reps, done.rir,
    )  # fmt: skip
    assert (again.target_sets, again.rule_id) == (3, "D2")
    assert again.because.startswith("You did not train for 7 days")
    assert block.sessions[2].scheduled_on == date(2026, 1, 15)
    assert of(block, 4).target_sets is None


async def test_a_restart_is_at_the_sets_of_week_1_lighter_and_easier(
    lifter: Lifter,
) -> None:
    await lifter.trains(0, 1, 2, 3)
    await lifter.prescribes_bench(4, sets=6, weight=100)
    before = await lifter.block()
    for on in (date(2026, 1, 30), date(2026, 2, 1)):
        await lifter.goes_on(on, RESTART)
    block = await lifter.block()
    bench = of(block, 4)
    assert (bench.target_sets, bench.weight, bench.reps) == (3, Decimal(95), 9)
    assert bench.rir == of(before, 4).rir + 1
    assert bench.rule_id == "D3"
    squat = of(block, 5, SQUAT)
    assert (squat.target_sets, squat.rule_id) == (3, "D3")
    assert squat.weight < of(before, 1, SQUAT).weight
    assert [s.scheduled_on for s in block.sessions[4:6]] == [
        date(2026, 2, 1), date(2026, 2, 4),
    ]  # fmt: skip
    assert of(block, 6).projected_sets == of(before, 2).projected_sets
    assert of(block, 8).projected_sets == (of(block, 6).projected_sets + 1) // 2


async def test_a_deload_ahead_stays_a_deload(lifter: Lifter) -> None:
    await lifter.trains(*range(8))
    await lifter.goes_on(date(2026, 2, 20), RESTART)
    block = await lifter.block()
    deload = block.sessions[8]
    assert (deload.is_deload, deload.scheduled_on) == (True, date(2026, 2, 20))
    assert {one.rule_id for one in deload.exercises} == {"deload.first_half"}


async def test_what_a_break_prescribed_is_not_changed_by_decisions(
    database: Database,
) -> None:
    plan = outline(
        workout("One", 0, exercise(CURL)), workout("Two", 3, exercise(CURL)), weeks=5
    )
    user_id = await new_user(database)
    other = Lifter(database, user_id, await start(database, user_id, plan))
    await other.trains(0, 1)
    await other.goes_on(date(2026, 1, 25), RESTART)
    block = await other.block()
    monday, thursday = block.sessions[2:4]
    await log_set(database, user_id, monday.id, other.block_id)
    async with changing(database, user_id, now=LATER) as change:
        await finish_workout(change, id=monday.id, completed_at=LATER)
    assert (await other.block()).sessions[3].exercises == thursday.exercises


async def log_set(
    database: Database, user_id: int, instance_id: UUID, block_id: UUID
) -> None:
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO workout_logs (user_id, id, workout_instance_id, workout_id,"
            " mesocycle_id, week_number, local_date, status, performed_at)"
            " SELECT user_id, id, id, workout_id, mesocycle_id, week_number,"
            " scheduled_on, 'in_progress', $4 FROM workout_instances"
            " WHERE user_id = $1 AND id = $2 AND mesocycle_id = $3",
            user_id, instance_id, block_id, LATER,
        )  # fmt: skip
        await tx.run(
            "INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number,"
            " reps, weight, performed_at) VALUES ($1, $2, 1, $3, 1, 12, 30, $4)",
            user_id, instance_id, CURL, LATER,
        )  # fmt: skip


async def test_a_long_break_ends_the_block(lifter: Lifter) -> None:
    await lifter.trains(0)
    await lifter.goes_on(date(2026, 2, 2), NEW)
    block = await lifter.block()
    assert (block.status, block.ended_early) == ("completed", True)
    assert [s.status for s in block.sessions[:2]] == ["completed", "skipped"]


@pytest.mark.parametrize(
    ("on", "kind", "refusal", "field"),
    [
        pytest.param(date(2026, 1, 10), REPEAT, Conflict, "kind", id="no break"),
        pytest.param(date(2026, 1, 20), REPEAT, Conflict, "kind", id="longer by now"),
        pytest.param(date(2026, 1, 14), NEW, Conflict, "kind", id="not that long"),
        pytest.param(
            date(2026, 1, 10), GapKind.GO_ON, Conflict, "kind", id="nothing to do"
        ),
        pytest.param(date(2026, 1, 4), REPEAT, Invalid, "on", id="before the workout"),
    ],
)
async def test_advice_that_does_not_fit_the_day_changes_nothing(
    lifter: Lifter, on: date, kind: GapKind, refusal: type[Refusal], field: str
) -> None:
    await lifter.trains(0)
    before = await lifter.block()
    with pytest.raises(refusal) as refused:
        await lifter.goes_on(on, kind)
    assert refused.value.field == field
    assert await lifter.block() == before


async def test_a_block_that_has_not_begun_has_no_break(lifter: Lifter) -> None:
    with pytest.raises(Conflict):
        await lifter.goes_on(date(2026, 1, 12), REPEAT)


async def test_a_running_workout_is_finished_first(lifter: Lifter) -> None:
    await lifter.trains(0)
    block = await lifter.block()
    await log_set(
        lifter.database, lifter.user_id, block.sessions[1].id, lifter.block_id
    )
    with pytest.raises(Conflict):
        await lifter.goes_on(date(2026, 1, 14), REPEAT)


async def test_a_block_that_has_ended_has_no_break(lifter: Lifter) -> None:
    await lifter.trains(0)
    async with changing(lifter.database, lifter.user_id, now=LATER) as change:
        await end_mesocycle(change, mesocycle_id=lifter.block_id)
    with pytest.raises(Conflict):
        await lifter.goes_on(date(2026, 1, 14), REPEAT)
