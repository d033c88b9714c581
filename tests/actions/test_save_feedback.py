from datetime import timedelta
from uuid import UUID

import pytest

from logging_world import NOON, World, make_world
from metricgain.actions.save_feedback import save_feedback
from metricgain.actions.save_joint_pain import save_joint_pain
from metricgain.actions.save_muscle_feedback import save_muscle_feedback
from metricgain.actions.save_notes import save_notes
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.database import Database
from metricgain.store.feedback import (
    GroupFeedback,
    PerformanceAnswer,
    SorenessAnswer,
)


async def _answer(
    world: World,
    *,
    minutes: float = 1,
    group: MuscleGroup = MuscleGroup.CHEST,
    soreness: SorenessAnswer | None = None,
    performance: PerformanceAnswer | None = None,
) -> GroupFeedback | None:
    async with world.at(minutes) as change:
        return await save_feedback(
            change,
            log_id=world.planned,
            group=group,
            soreness=soreness,
            performance=performance,
        )


async def _answer_muscle(
    world: World,
    muscle: Muscle,
    soreness: int | None,
    performance: tuple[int | None, int | None],
    *,
    minutes: float = 1,
) -> GroupFeedback | None:
    async with world.at(minutes) as change:
        return await save_muscle_feedback(
            change,
            log_id=world.planned,
            muscle=muscle,
            soreness=SorenessAnswer(soreness=soreness),
            performance=PerformanceAnswer(
                pump=performance[0], challenge=performance[1]
            ),
        )


async def _started(database: Database) -> World:
    world = await make_world(database)
    await world.start(world.planned)
    return world


async def _trained(world: World, name: str, *, days_ago: int) -> UUID:
    log_id = world.free(name)
    minutes = -days_ago * 24 * 60
    await world.start(log_id, minutes=minutes)
    await world.save(
        log_id, minutes=minutes + 5, performed_at=NOON + timedelta(minutes=minutes + 5)
    )
    return log_id


async def test_soreness_and_performance_are_kept_apart(database: Database) -> None:
    world = await _started(database)
    await _answer(world, minutes=5, performance=PerformanceAnswer(pump=2, challenge=1))

    found = await _answer(world, minutes=1, soreness=SorenessAnswer(soreness=3))

    assert found is not None
    assert found.answers.soreness == 3
    assert (found.answers.pump, found.answers.challenge) == (2, 1)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
async def test_the_later_answer_stays(
    database: Database, order: tuple[int, int]
) -> None:
    world = await _started(database)

    for minutes in order:
        await _answer(world, minutes=minutes, soreness=SorenessAnswer(soreness=minutes))

    assert (await world.rows("muscle_group_feedback"))[0]["soreness_level"] == 2


async def test_answering_twice_changes_nothing(database: Database) -> None:
    world = await _started(database)
    first = await _answer(world, soreness=SorenessAnswer(soreness=1))
    before = (
        await world.rows("muscle_group_feedback"), await world.rows("workout_logs")
    )  # fmt: skip

    again = await _answer(world, soreness=SorenessAnswer(soreness=1))

    assert again == first
    after = (
        await world.rows("muscle_group_feedback"), await world.rows("workout_logs")
    )  # fmt: skip
    assert after == before


async def test_an_answer_can_be_taken_back(database: Database) -> None:
    world = await _started(database)
    await _answer(world, soreness=SorenessAnswer(soreness=1))

    found = await _answer(world, minutes=2, soreness=SorenessAnswer(soreness=None))

    assert found is not None
    assert (found.answers.soreness, found.about_log_id) == (None, None)


async def test_soreness_is_about_the_last_completed_workout_of_the_group(
    database: Database,
) -> None:
    world = await make_world(database)
    await world.complete(await _trained(world, "older", days_ago=5))
    newest = await _trained(world, "newer", days_ago=3)
    await world.complete(newest)
    await _trained(world, "running", days_ago=1)
    await world.start(world.planned)

    chest = await _answer(world, soreness=SorenessAnswer(soreness=1))
    legs = await _answer(
        world, group=MuscleGroup.LEGS, soreness=SorenessAnswer(soreness=1)
    )

    assert chest is not None
    assert legs is not None
    assert (chest.about_log_id, legs.about_log_id) == (newest, None)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_a_group_shows_what_asks_for_most_care_of_its_muscles(
    database: Database, order: tuple[int, int]
) -> None:
    world = await _started(database)
    answers = (
        (Muscle.QUADS, 3, (2, 1), 5),
        (Muscle.HAMSTRINGS, 1, (1, None), 6),
    )

    for index in order:
        muscle, soreness, performance, minutes = answers[index]
        await _answer_muscle(world, muscle, soreness, performance, minutes=minutes)

    (row,) = await world.rows("muscle_group_feedback")
    assert (row["muscle_group"], row["soreness_level"]) == ("legs", 3)
    assert (row["pump_level"], row["challenge_level"]) == (1, 1)
    assert len(await world.rows("muscle_feedback")) == 2


async def test_a_later_answer_of_the_group_itself_stays(database: Database) -> None:
    world = await _started(database)
    await _answer(
        world, minutes=9, group=MuscleGroup.LEGS, soreness=SorenessAnswer(soreness=0)
    )

    found = await _answer_muscle(world, Muscle.QUADS, 3, (2, 1), minutes=5)

    assert found is not None
    assert (found.answers.soreness, found.answers.pump) == (0, 2)


@pytest.mark.parametrize(
    ("soreness", "performance", "field"),
    [
        pytest.param(SorenessAnswer(soreness=4), None, "soreness", id="soreness 4"),
        pytest.param(
            None, PerformanceAnswer(pump=-1, challenge=1), "pump", id="pump -1"
        ),
        pytest.param(
            SorenessAnswer(soreness=1), PerformanceAnswer(pump=1, challenge=9),
            "challenge", id="one wrong answer refuses all",
        ),
    ],
)  # fmt: skip
async def test_answers_outside_0_to_3_are_refused(
    database: Database,
    soreness: SorenessAnswer | None,
    performance: PerformanceAnswer | None,
    field: str,
) -> None:
    world = await _started(database)

    with pytest.raises(Invalid) as refused:
        await _answer(world, soreness=soreness, performance=performance)

    assert refused.value.field == field
    assert await world.rows("muscle_group_feedback") == []


async def test_pain_and_notes_fill_in_beside_each_other_in_any_order(
    database: Database,
) -> None:
    world = await _started(database)
    async with world.at(8) as change:
        await save_notes(
            change, log_id=world.planned, exercise_id=world.exercise_id, note="Left."
        )

    async with world.at(7) as change:
        found = await save_joint_pain(
            change, log_id=world.planned, exercise_id=world.exercise_id, joint_pain=2
        )
    async with world.at(6) as change:
        older = await save_joint_pain(
            change, log_id=world.planned, exercise_id=world.exercise_id, joint_pain=0
        )

    assert found is not None
    assert (found.joint_pain, found.note) == (2, "Left.")
    assert older == found


@pytest.mark.parametrize("joint_pain", [-1, 4])
async def test_joint_pain_is_0_to_3(database: Database, joint_pain: int) -> None:
    world = await _started(database)

    with pytest.raises(Invalid) as refused:
        async with world.at(1) as change:
            await save_joint_pain(
                change,
                log_id=world.planned,
                exercise_id=world.exercise_id,
                joint_pain=joint_pain,
            )

    assert refused.value.field == "joint_pain"


async def test_pain_of_another_users_exercise_is_not_found(database: Database) -> None:
    world = await _started(database)
    other = await make_world(database)

    with pytest.raises(NotFound):
        async with world.at(1) as change:
            await save_joint_pain(
                change,
                log_id=world.planned,
                exercise_id=other.exercise_id,
                joint_pain=1,
            )
