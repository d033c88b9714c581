"""A running block can be changed; what was trained stays."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

import pytest

from blocks import (
    BENCH,
    CURL,
    INCLINE,
    MONDAY,
    NOW,
    ROW,
    SQUAT,
    WRIST_CURL,
    exercise,
    finish,
    load,
    log_past,
    new_user,
    outline,
    start,
)
from make import id_for, own_exercise_id
from metricgain.actions.copy_mesocycle import copy_mesocycle
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.deload_now import deload_now
from metricgain.actions.edit_mesocycle import MesocycleEdit, edit_mesocycle
from metricgain.actions.edit_workout import edit_workout
from metricgain.actions.end_mesocycle import end_mesocycle
from metricgain.actions.move_workout import move_workout
from metricgain.actions.resize_mesocycle import resize_mesocycle
from metricgain.actions.skip_workout import skip_workout
from metricgain.actions.start_mesocycle import start_mesocycle
from metricgain.actions.unskip_workout import unskip_workout
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Choices, OutlineExercise
from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.mesocycles import StoredBlock

Action: TypeAlias = Callable[..., Awaitable[None]]

LATER = NOW + timedelta(days=1)


class Lifter:
    """A user with a running block of four weeks."""

    def __init__(self, database: Database, user_id: int, block: UUID) -> None:
        self.database = database
        self.user_id = user_id
        self.block_id = block

    async def block(self) -> StoredBlock:
        return await load(self.database, self.user_id, self.block_id)

    async def does(self, action: Action, **arguments: object) -> None:
        async with changing(self.database, self.user_id, now=LATER) as change:
            await action(change, **arguments)

    async def edits(self, *exercises: OutlineExercise, which: int = 0) -> None:
        block = await self.block()
        await self.does(
            edit_workout,
            mesocycle_id=self.block_id,
            workout_id=block.workouts[which].id,
            exercises=exercises,
        )

    async def trains(self, *places: int) -> None:
        block = await self.block()
        for place in places:
            await finish(self.database, self.user_id, block.sessions[place].id)

    async def tombstones(self, kind: str) -> set[str]:
        async with self.database.as_user(self.user_id) as tx:
            rows = await tx.rows(
                "SELECT key FROM deleted_rows WHERE user_id = $1 AND kind = $2",
                self.user_id,
                kind,
            )
        return {row["key"] for row in rows}


@pytest.fixture
async def lifter(database: Database) -> Lifter:
    user_id = await new_user(database)
    return Lifter(database, user_id, await start(database, user_id))


async def begin(lifter: Lifter, instance_id: UUID) -> None:
    async with lifter.database.as_user(lifter.user_id) as tx:
        await tx.run(
            "INSERT INTO workout_logs (user_id, id, workout_instance_id, mesocycle_id,"
            " local_date) VALUES ($1, $2, $2, $3, '2026-01-05')",
            lifter.user_id, instance_id, lifter.block_id,
        )  # fmt: skip


async def test_a_new_exercise_starts_from_history_and_the_rest_keeps_its_loads(
    lifter: Lifter,
) -> None:
    await log_past(
        lifter.database, lifter.user_id, SQUAT,
        day=date(2025, 12, 30), weight="120", reps=8,
    )  # fmt: skip
    before = await lifter.block()
    await lifter.edits(exercise(INCLINE, 2), exercise(SQUAT))
    block = await lifter.block()
    first = block.sessions[0].exercises
    assert [one.exercise_id for one in first] == [INCLINE, SQUAT]
    assert first[0] == before.sessions[0].exercises[1]
    assert (first[1].weight, first[1].target_sets) == (Decimal(105), 3)
    assert first[1].because.startswith("From 120 kg x 8")
    second = block.sessions[2].exercises
    assert [one.exercise_id for one in second] == [INCLINE, SQUAT]
    assert [one.target_sets for one in second] == [None, None]
    assert block.sessions[1] == before.sessions[1]


async def test_sets_that_the_lifter_chooses_hold_from_the_next_workout_on(
    lifter: Lifter,
) -> None:
    await lifter.edits(exercise(BENCH, 5), exercise(INCLINE, 2))
    block = await lifter.block()
    bench = block.sessions[0].exercises[0]
    assert (bench.target_sets, bench.rule_id) == (5, "plan.edited")
    assert bench.because.startswith("You chose 5 sets.")
    assert block.workouts[0].slots[0].sets == 5


async def test_what_was_trained_stays_as_it_was(lifter: Lifter) -> None:
    await lifter.trains(0)
    before = await lifter.block()
    await lifter.edits(exercise(SQUAT))
    block = await lifter.block()
    assert block.sessions[0].exercises == before.sessions[0].exercises
    assert [e.exercise_id for e in block.sessions[2].exercises] == [SQUAT]
    assert block.sessions[2].exercises[0].target_sets == 3


async def test_editing_twice_is_editing_once(lifter: Lifter) -> None:
    await lifter.edits(exercise(SQUAT), exercise(BENCH))
    before = await lifter.block()
    await lifter.edits(exercise(SQUAT), exercise(BENCH))
    assert await lifter.block() == before


async def test_an_edit_older_than_the_last_one_changes_nothing(lifter: Lifter) -> None:
    await lifter.edits(exercise(SQUAT))
    before = await lifter.block()
    async with changing(
        lifter.database, lifter.user_id, now=LATER, made_at=NOW
    ) as change:
        await edit_workout(
            change,
            mesocycle_id=lifter.block_id,
            workout_id=before.workouts[0].id,
            exercises=[exercise(BENCH)],
        )
        await edit_mesocycle(
            change,
            mesocycle_id=lifter.block_id,
            edit=MesocycleEdit(description="kept"),
        )
    after = await lifter.block()
    assert after.workouts == before.workouts
    assert after.sessions == before.sessions


@pytest.mark.parametrize(
    ("exercises", "kind"),
    [
        pytest.param((), Invalid, id="nothing"),
        pytest.param((exercise(BENCH), exercise(BENCH)), Invalid, id="twice"),
        pytest.param((exercise(BENCH, 16),), Invalid, id="16 sets"),
        pytest.param((exercise(BENCH, 0),), Invalid, id="no sets"),
        pytest.param(
            (replace(exercise(BENCH), rep_min=13),), Invalid, id="reps upside down"
        ),
        pytest.param((exercise(4_000_000),), NotFound, id="unknown"),
        pytest.param((exercise(own_exercise_id(1_999)),), NotFound, id="not theirs"),
    ],
)
async def test_exercises_that_break_a_rule_change_nothing(
    lifter: Lifter, exercises: tuple[OutlineExercise, ...], kind: type[Refusal]
) -> None:
    before = await lifter.block()
    with pytest.raises(kind):
        await lifter.edits(*exercises)
    assert await lifter.block() == before


async def test_an_unknown_workout_is_not_found(lifter: Lifter) -> None:
    with pytest.raises(NotFound):
        await lifter.does(
            edit_workout,
            mesocycle_id=lifter.block_id,
            workout_id=id_for(lifter.user_id, "nothing"),
            exercises=[exercise(BENCH)],
        )


async def test_name_and_emphasis_change_what_is_ahead_but_not_prescribed(
    lifter: Lifter,
) -> None:
    before = await lifter.block()
    edit = MesocycleEdit(name=" Cut ", emphasis={Muscle.CHEST: Emphasis.MAINTAIN})
    await lifter.does(edit_mesocycle, mesocycle_id=lifter.block_id, edit=edit)
    block = await lifter.block()
    assert (block.name, block.emphasis) == ("Cut", {Muscle.CHEST: Emphasis.MAINTAIN})
    sets = [s.exercises[0].projected_sets for s in block.sessions if s.position == 1]
    assert sets == [3, 3, 3, 2]
    targets = [one.target_sets for one in block.sessions[0].exercises]
    assert targets == [one.target_sets for one in before.sessions[0].exercises]


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(MesocycleEdit(name=" "), id="empty name"),
        pytest.param(MesocycleEdit(name="a\nb"), id="two lines"),
        pytest.param(MesocycleEdit(name="x" * 256), id="long name"),
        pytest.param(MesocycleEdit(description="x" * 20001), id="long description"),
    ],
)
async def test_a_name_that_breaks_a_rule_changes_nothing(
    lifter: Lifter, edit: MesocycleEdit
) -> None:
    before = await lifter.block()
    with pytest.raises(Invalid):
        await lifter.does(edit_mesocycle, mesocycle_id=lifter.block_id, edit=edit)
    assert await lifter.block() == before


async def test_a_workout_moves_to_another_day(lifter: Lifter) -> None:
    session = (await lifter.block()).sessions[0]
    for _ in range(2):
        await lifter.does(
            move_workout, instance_id=session.id, scheduled_on=date(2026, 1, 6)
        )
    assert (await lifter.block()).sessions[0].scheduled_on == date(2026, 1, 6)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        pytest.param(MONDAY - timedelta(days=1), Invalid, id="before the block"),
        pytest.param(date(2026, 6, 1), Invalid, id="months after it"),
        pytest.param(date(2026, 1, 8), Conflict, id="a day with a workout"),
    ],
)
async def test_a_day_that_does_not_fit_is_refused(
    lifter: Lifter, day: date, kind: type[Refusal]
) -> None:
    before = await lifter.block()
    with pytest.raises(kind) as refused:
        await lifter.does(
            move_workout, instance_id=before.sessions[0].id, scheduled_on=day
        )
    assert refused.value.field == "scheduledOn"
    assert await lifter.block() == before


async def test_skipping_moves_the_block_on_and_can_be_taken_back(
    lifter: Lifter,
) -> None:
    sessions = (await lifter.block()).sessions
    for session in (sessions[0], sessions[0], sessions[1]):
        await lifter.does(skip_workout, instance_id=session.id)
    block = await lifter.block()
    assert [s.status for s in block.sessions[:3]] == ["skipped", "skipped", "scheduled"]
    assert block.current_week == 2
    await lifter.does(unskip_workout, instance_id=sessions[1].id)
    assert (await lifter.block()).current_week == 1


async def test_skipping_the_last_workout_completes_the_block(lifter: Lifter) -> None:
    sessions = (await lifter.block()).sessions
    for session in sessions:
        await lifter.does(skip_workout, instance_id=session.id)
    block = await lifter.block()
    assert (block.status, block.completed_at) == ("completed", LATER)
    await lifter.does(unskip_workout, instance_id=sessions[-1].id)
    block = await lifter.block()
    assert (block.status, block.completed_at) == ("active", None)


@pytest.mark.parametrize("action", [skip_workout, unskip_workout])
async def test_a_workout_that_was_done_is_neither_skipped_nor_planned_again(
    lifter: Lifter, action: Action
) -> None:
    await lifter.trains(0)
    before = await lifter.block()
    with pytest.raises(Conflict):
        await lifter.does(action, instance_id=before.sessions[0].id)
    assert await lifter.block() == before


async def test_a_running_workout_is_not_skipped_and_holds_its_block_open(
    lifter: Lifter,
) -> None:
    before = await lifter.block()
    await begin(lifter, before.sessions[0].id)
    with pytest.raises(Conflict):
        await lifter.does(skip_workout, instance_id=before.sessions[0].id)
    with pytest.raises(Conflict):
        await lifter.does(end_mesocycle, mesocycle_id=lifter.block_id)
    assert (await lifter.block()).status == "active"


async def test_an_early_deload_cancels_the_weeks_after_it(database: Database) -> None:
    user_id = await new_user(database)
    lifter = Lifter(database, user_id, await start(database, user_id, outline(weeks=6)))
    await lifter.trains(0)
    before = await lifter.block()
    for _ in range(2):
        await lifter.does(deload_now, mesocycle_id=lifter.block_id)
    block = await lifter.block()
    assert [(w.number, w.is_deload, w.rir) for w in block.weeks] == [
        (1, False, 3), (2, True, 4),
    ]  # fmt: skip
    assert (block.ended_early, block.end_date) == (True, date(2026, 1, 18))
    assert [s.is_deload for s in block.sessions] == [False, False, True, True]
    bench = block.sessions[2].exercises[0]
    assert (bench.projected_sets, bench.rir, bench.target_sets) == (2, 4, None)
    wrist = block.sessions[3].exercises[2]
    assert (wrist.exercise_id, wrist.projected_sets) == (WRIST_CURL, 0)
    gone = {str(s.id) for s in before.sessions if s.week_number > 2}
    assert await lifter.tombstones("workout_instances") == gone


async def test_a_deload_of_a_week_that_was_prescribed_is_prescribed_again(
    lifter: Lifter,
) -> None:
    await lifter.trains(0)
    second = (await lifter.block()).sessions[2]
    async with lifter.database.as_user(lifter.user_id) as tx:
        await tx.run(
            "UPDATE workout_instances SET prescribed_at = $3"
            " WHERE user_id = $1 AND id = $2",
            lifter.user_id, second.id, NOW,
        )  # fmt: skip
        await tx.run(
            "UPDATE prescriptions SET target_sets = 4, target_reps = 10"
            " WHERE user_id = $1 AND workout_instance_id = $2",
            lifter.user_id, second.id,
        )  # fmt: skip
    await lifter.does(deload_now, mesocycle_id=lifter.block_id)
    session = (await lifter.block()).sessions[2]
    assert session.is_deload
    assert session.prescribed_at is not None
    assert [one.target_sets for one in session.exercises] == [2, 1]
    assert all(one.rule_id.startswith("deload.") for one in session.exercises)


async def test_a_block_that_has_not_begun_has_no_early_deload(lifter: Lifter) -> None:
    before = await lifter.block()
    with pytest.raises(Conflict):
        await lifter.does(deload_now, mesocycle_id=lifter.block_id)
    assert await lifter.block() == before


async def test_a_longer_block_keeps_what_was_prescribed_and_deloads_later(
    lifter: Lifter,
) -> None:
    before = await lifter.block()
    for _ in range(2):
        await lifter.does(resize_mesocycle, mesocycle_id=lifter.block_id, weeks=6)
    block = await lifter.block()
    assert [w.is_deload for w in block.weeks] == [False] * 5 + [True]
    assert [w.rir for w in block.weeks] == [3, 3, 2, 1, 0, 4]
    assert block.sessions[:2] == before.sessions[:2]
    assert len(block.sessions) == 12
    curls = [
        next(e for e in s.exercises if e.exercise_id == CURL)
        for s in block.sessions
        if s.position == 2
    ]
    assert [curl.rir for curl in curls] == [3, 3, 2, 1, 0, 4]
    assert curls[5].projected_sets == (curls[4].projected_sets + 1) // 2
    assert block.sessions[-1].scheduled_on == date(2026, 2, 12)
    assert block.end_date == date(2026, 2, 15)


async def test_a_shorter_block_drops_its_last_weeks(lifter: Lifter) -> None:
    before = await lifter.block()
    await lifter.does(resize_mesocycle, mesocycle_id=lifter.block_id, weeks=3)
    block = await lifter.block()
    assert [w.is_deload for w in block.weeks] == [False, False, True]
    assert [w.rir for w in block.weeks] == [3, 1, 4]
    gone = {str(s.id) for s in before.sessions if s.week_number > 3}
    assert await lifter.tombstones("workout_instances") == gone


@pytest.mark.parametrize(
    ("weeks", "trained"),
    [
        pytest.param(2, (), id="too short"),
        pytest.param(8, (), id="too long"),
        pytest.param(3, (0, 1, 2, 3, 4), id="no week left for the deload"),
        pytest.param(5, (0, 1, 2, 3, 4, 5, 6), id="in the deload"),
    ],
)
async def test_a_length_that_is_not_possible_changes_nothing(
    lifter: Lifter, weeks: int, trained: tuple[int, ...]
) -> None:
    await lifter.trains(*trained)
    before = await lifter.block()
    with pytest.raises(Invalid) as refused:
        await lifter.does(resize_mesocycle, mesocycle_id=lifter.block_id, weeks=weeks)
    assert refused.value.field == "durationWeeks"
    assert await lifter.block() == before


async def test_ending_a_block_skips_what_is_left_of_it(lifter: Lifter) -> None:
    await lifter.trains(0)
    for _ in range(2):
        await lifter.does(end_mesocycle, mesocycle_id=lifter.block_id)
    block = await lifter.block()
    assert (block.status, block.ended_early) == ("completed", True)
    assert [s.status for s in block.sessions[:2]] == ["completed", "skipped"]


async def test_a_block_that_has_ended_is_not_changed(lifter: Lifter) -> None:
    await lifter.does(end_mesocycle, mesocycle_id=lifter.block_id)
    before = await lifter.block()
    with pytest.raises(Conflict):
        await lifter.edits(exercise(ROW))
    with pytest.raises(Conflict):
        await lifter.does(deload_now, mesocycle_id=lifter.block_id)
    with pytest.raises(Conflict):
        await lifter.does(resize_mesocycle, mesocycle_id=lifter.block_id, weeks=5)
    assert await lifter.block() == before


async def test_a_deleted_block_is_gone_and_its_copy_forgets_it(
    lifter: Lifter,
) -> None:
    await lifter.trains(0)
    await lifter.does(end_mesocycle, mesocycle_id=lifter.block_id)
    parent = await lifter.block()
    copy_id = id_for(lifter.user_id, "copy")
    await lifter.does(
        copy_mesocycle,
        mesocycle_id=copy_id,
        parent_mesocycle_id=lifter.block_id,
        week=1,
        choices=Choices(start_date=MONDAY + timedelta(weeks=4)),
    )
    for _ in range(2):
        await lifter.does(delete_mesocycle, mesocycle_id=lifter.block_id)
    with pytest.raises(NotFound):
        await lifter.block()
    copy = await load(lifter.database, lifter.user_id, copy_id)
    assert (copy.parent_mesocycle_id, copy.copied_from_week) == (None, 1)
    assert await lifter.tombstones("mesocycles") == {str(lifter.block_id)}
    assert await lifter.tombstones("workout_logs") == {str(parent.sessions[0].id)}
    assert len(await lifter.tombstones("workout_instances")) == 8


async def test_a_block_that_never_was_cannot_be_deleted(lifter: Lifter) -> None:
    with pytest.raises(NotFound):
        await lifter.does(
            delete_mesocycle, mesocycle_id=id_for(lifter.user_id, "nothing")
        )


async def test_a_start_from_before_the_deletion_stays_deleted(lifter: Lifter) -> None:
    await lifter.does(delete_mesocycle, mesocycle_id=lifter.block_id)
    with pytest.raises(Conflict):
        async with changing(
            lifter.database, lifter.user_id, now=LATER, made_at=NOW
        ) as change:
            await start_mesocycle(
                change, mesocycle_id=lifter.block_id, outline=outline()
            )
    with pytest.raises(NotFound):
        await lifter.block()
