from collections.abc import Awaitable, Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from logging_world import NOON, World, make_world
from make import exercise_row, insert, own_exercise_id
from metricgain.actions.add_exercise import add_exercise
from metricgain.actions.remove_exercise import remove_exercise
from metricgain.actions.reorder_exercises import reorder_exercises
from metricgain.actions.swap_exercise import swap_exercise
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Database
from metricgain.store.session_plan import SessionPlan
from metricgain.store.tables import metadata

Act = Callable[[Change, World], Awaitable[SessionPlan]]


def _second(world: World) -> int:
    return own_exercise_id(world.user_id, 2)


async def _planned(database: Database, *, prescribed: bool = True) -> World:
    """Plan one exercise, with another one of the user's at hand."""
    world = await make_world(database)
    async with database.as_system() as system:
        await insert(
            system.run,
            metadata.tables["exercises"],
            exercise_row(world.user_id, number=2, name="Own Row", group="back"),
        )
        if prescribed:
            await system.run(
                "UPDATE workout_instances SET prescribed_at = $2 WHERE user_id = $1",
                world.user_id,
                NOON,
            )
            await system.run(
                "UPDATE prescriptions SET target_sets = 4, target_reps = 9,"
                " target_weight = 60 WHERE user_id = $1",
                world.user_id,
            )
    return world


async def _trained(world: World) -> None:
    """Log 100 kg for 8 with 2 in reserve of the second exercise, a day ago."""
    log_id = world.free("before")
    await world.start(log_id, minutes=-1440)
    await world.save(
        log_id,
        minutes=-1435,
        exercise_id=_second(world),
        weight=Decimal(100),
        performed_at=NOON - timedelta(minutes=1435),
    )
    await world.complete(log_id)


async def _swap(change: Change, world: World) -> SessionPlan:
    return await swap_exercise(
        change,
        instance_id=world.planned,
        exercise_id=world.exercise_id,
        new_exercise_id=_second(world),
    )


async def _add(change: Change, world: World) -> SessionPlan:
    return await add_exercise(
        change, instance_id=world.planned, exercise_id=_second(world), sets=3
    )


async def _remove(change: Change, world: World) -> SessionPlan:
    return await remove_exercise(
        change, instance_id=world.planned, exercise_id=world.exercise_id
    )


async def _reorder(change: Change, world: World) -> SessionPlan:
    return await reorder_exercises(
        change, instance_id=world.planned, order=[world.exercise_id]
    )


async def test_a_swapped_in_exercise_takes_its_load_from_its_own_history(
    database: Database,
) -> None:
    world = await _planned(database)
    await _trained(world)

    async with world.at(1) as change:
        plan = await _swap(change, world)

    (planned,) = plan.exercises
    assert planned.exercise_id == _second(world)
    assert (planned.target_sets, planned.target_rir) == (4, 3)
    assert planned.target_weight is not None
    assert Decimal(85) <= planned.target_weight <= Decimal(100)
    assert "history" in planned.because
    assert planned.rule_id == "first_week.history"


async def test_a_swapped_in_exercise_without_history_asks_for_a_first_set(
    database: Database,
) -> None:
    world = await _planned(database)

    async with world.at(1) as change:
        plan = await _swap(change, world)

    assert plan.exercises[0].target_weight is None
    assert plan.exercises[0].rule_id == "first_week.calibrate"


async def test_before_a_session_is_prescribed_only_the_exercise_is_swapped(
    database: Database,
) -> None:
    world = await _planned(database, prescribed=False)
    await _trained(world)

    async with world.at(1) as change:
        plan = await _swap(change, world)

    assert plan.exercises[0].target_sets is None
    assert plan.exercises[0].target_weight is None


async def test_sets_of_the_exercise_that_was_swapped_out_stay(
    database: Database,
) -> None:
    world = await _planned(database)
    await world.start(world.planned)
    await world.save(world.planned)

    async with world.at(6) as change:
        await _swap(change, world)

    assert [row["exercise_id"] for row in await world.rows("sets")] == [
        world.exercise_id
    ]


async def test_an_added_exercise_comes_last_and_can_be_moved_up(
    database: Database,
) -> None:
    world = await _planned(database)
    order = [_second(world), world.exercise_id]

    async with world.at(1) as change:
        added = await _add(change, world)
    async with world.at(2) as change:
        moved = await reorder_exercises(change, instance_id=world.planned, order=order)

    assert [each.exercise_id for each in added.exercises] == order[::-1]
    assert added.exercises[1].target_sets == 3
    assert [each.exercise_id for each in moved.exercises] == order
    stored = await world.rows("prescriptions", "position")
    assert [row["exercise_id"] for row in stored] == order


@pytest.mark.parametrize("act", [_swap, _add, _remove, _reorder])
async def test_changing_a_session_twice_answers_the_same(
    database: Database, act: Act
) -> None:
    world = await _planned(database)
    async with world.at(1) as change:
        first = await act(change, world)
    before = (
        await world.rows("prescriptions"), await world.rows("workout_instances")
    )  # fmt: skip

    async with world.at(1) as change:
        again = await act(change, world)

    assert again == first
    after = (
        await world.rows("prescriptions"), await world.rows("workout_instances")
    )  # fmt: skip
    assert after == before


@pytest.mark.parametrize("act", [_swap, _add, _remove])
async def test_a_changed_session_carries_the_revision_of_the_change(
    database: Database, act: Act
) -> None:
    world = await _planned(database)

    async with world.at(1) as change:
        await act(change, world)
        revision = change.revision

    assert (await world.rows("workout_instances"))[0]["revision"] == revision


@pytest.mark.parametrize("status", ["completed", "skipped"])
@pytest.mark.parametrize("act", [_swap, _add, _remove, _reorder])
async def test_a_session_that_is_over_is_not_changed(
    database: Database, act: Act, status: str
) -> None:
    world = await _planned(database)
    async with database.as_user(world.user_id) as tx:
        await tx.run("UPDATE workout_instances SET status = $1", status)
    before = await world.rows("prescriptions")

    with pytest.raises(Conflict) as refused:
        async with world.at(1) as change:
            await act(change, world)

    assert refused.value.field == "workout_instance_id"
    assert await world.rows("prescriptions") == before


@pytest.mark.parametrize("act", [_swap, _add, _remove, _reorder])
async def test_another_users_session_is_not_found(database: Database, act: Act) -> None:
    other = await _planned(database)
    world = await make_world(database)

    with pytest.raises(NotFound):
        async with world.at(1) as change:
            await act(change, other)


async def test_an_exercise_that_is_there_already_is_not_swapped_in(
    database: Database,
) -> None:
    world = await _planned(database)
    async with world.at(1) as change:
        await _add(change, world)

    with pytest.raises(Conflict) as refused:
        async with world.at(2) as change:
            await _swap(change, world)

    assert refused.value.field == "new_exercise_id"


async def test_what_is_not_in_the_session_cannot_be_swapped_out(
    database: Database,
) -> None:
    world = await _planned(database)

    with pytest.raises(NotFound) as refused:
        async with world.at(1) as change:
            await swap_exercise(
                change,
                instance_id=world.planned,
                exercise_id=_second(world),
                new_exercise_id=own_exercise_id(world.user_id, 3),
            )

    assert refused.value.field == "exercise_id"


async def test_another_users_exercise_is_not_swapped_in(database: Database) -> None:
    world = await _planned(database)
    other = await _planned(database)
    before = await world.rows("prescriptions")

    with pytest.raises(NotFound):
        async with world.at(1) as change:
            await swap_exercise(
                change,
                instance_id=world.planned,
                exercise_id=world.exercise_id,
                new_exercise_id=_second(other),
            )

    assert await world.rows("prescriptions") == before


@pytest.mark.parametrize("sets", [0, 16])
async def test_an_exercise_has_1_to_15_sets(database: Database, sets: int) -> None:
    world = await _planned(database)

    with pytest.raises(Invalid) as refused:
        async with world.at(1) as change:
            await add_exercise(
                change,
                instance_id=world.planned,
                exercise_id=_second(world),
                sets=sets,
            )

    assert refused.value.field == "sets"


@pytest.mark.parametrize("times", [0, 2])
async def test_an_order_names_every_exercise_once(
    database: Database, times: int
) -> None:
    world = await _planned(database)

    with pytest.raises(Invalid) as refused:
        async with world.at(1) as change:
            await reorder_exercises(
                change,
                instance_id=world.planned,
                order=[world.exercise_id] * times,
            )

    assert refused.value.field == "order"
