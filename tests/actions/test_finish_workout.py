import asyncio
from datetime import timedelta
from random import Random  # noqa: TID251 - seeded
from uuid import UUID

import pytest

from make import make_user
from metricgain.actions.answer_proposal import answer_proposal
from metricgain.actions.finish_workout import finish_workout
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Conflict, NotFound
from metricgain.kit.ids import secret, uuid7
from metricgain.reads.finished_workout import FinishedWorkout, finished_workout
from metricgain.reads.proposals import proposals
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.deciding import reconsider
from metricgain.store.deciding_data import load_coming, load_done, load_previous
from planted import (
    MORNING,
    Block,
    Workout,
    exercise_of_each_group,
    log_workout,
    plant_block,
    random_workout,
)
from sequential import decide_one_by_one

LATER = MORNING + timedelta(weeks=30)
AS_PLANNED = [(50.0, 10, 2.0)] * 3


async def someone(database: Database) -> int:
    return await make_user(database, f"{secret().lower()}@example.org")


async def a_block(
    database: Database, groups: list[str], *, days: int = 1, weeks: int = 4
) -> tuple[Block, dict[str, int]]:
    user_id = await someone(database)
    async with database.as_user(user_id) as tx:
        by_group = await exercise_of_each_group(tx)
    exercises = {group: by_group[group] for group in groups}
    block = await plant_block(
        database, user_id, [list(exercises.values())] * days, weeks=weeks
    )
    return block, exercises


async def finish(
    database: Database, block: Block, week: int, day: int, done: Workout
) -> FinishedWorkout:
    async with changing(database, block.user_id, now=LATER) as change:
        log_id = await log_workout(change, block, (week, day), done)
        await finish_workout(change, id=log_id, completed_at=LATER)
        return await finished_workout(change.tx, log_id)


def easy(exercises: dict[str, int]) -> Workout:
    """As planned with a rep to spare, recovered long ago, a light pump, easy."""
    return Workout(
        sets={each: [(50.0, 12, 3.0)] * 3 for each in exercises.values()},
        soreness=dict.fromkeys(exercises, 0),
        pump=dict.fromkeys(exercises, 1),
        challenge=dict.fromkeys(exercises, 0),
    )


@pytest.mark.smoke
async def test_an_easy_first_week_adds_sets_and_load_with_a_reason(
    database: Database,
) -> None:
    block, exercises = await a_block(database, ["chest"])

    finished = await finish(database, block, 1, 1, easy(exercises))

    decision = finished.decisions[0]
    assert (decision.kind, decision.delta_raw, decision.delta_applied) == ("add", 2, 1)
    assert decision.cap_reason is not None
    assert decision.because
    coming = finished.next[0]
    assert coming.workout_instance_id == block.instance(2)
    assert coming.target_sets == 4
    assert coming.target_weight is not None
    assert coming.target_weight > 50
    assert coming.because


async def test_a_hard_first_week_never_adds(database: Database) -> None:
    block, exercises = await a_block(database, ["chest"])
    done = easy(exercises)
    done.challenge["chest"] = 3
    done.pump["chest"] = 3
    done.sets = {exercises["chest"]: AS_PLANNED}

    finished = await finish(database, block, 1, 1, done)

    assert finished.decisions[0].delta_applied <= 0


async def test_unanswered_soreness_carries_the_sets(database: Database) -> None:
    block, exercises = await a_block(database, ["chest"])
    await finish(database, block, 1, 1, easy(exercises))
    done = easy(exercises)
    done.soreness.clear()

    finished = await finish(database, block, 2, 1, done)

    assert finished.decisions[0].kind == "carry"
    assert finished.decisions[0].rule_id == "G6"
    assert finished.next[0].target_sets == 4


async def test_the_last_hard_week_leads_into_a_deload_of_half_the_sets(
    database: Database,
) -> None:
    block, exercises = await a_block(database, ["chest"])
    await finish(database, block, 1, 1, easy(exercises))
    await finish(database, block, 2, 1, easy(exercises))

    finished = await finish(database, block, 3, 1, easy(exercises))

    assert finished.decisions[0].kind == "deload"
    assert finished.decisions[0].deload is True
    last_hard = finished.decisions[0].base_sets
    assert last_hard is not None
    assert finished.next[0].target_sets == -(-last_hard // 2)
    assert finished.next[0].target_weight == 50


async def test_the_block_is_completed_with_its_last_workout(database: Database) -> None:
    block, exercises = await a_block(database, ["chest"])

    for week in range(1, 5):
        finished = await finish(database, block, week, 1, easy(exercises))

    assert finished.mesocycle_status == "completed"
    assert finished.decisions[0].kind == "none"


async def test_finishing_twice_answers_the_same(database: Database) -> None:
    block, exercises = await a_block(database, ["chest", "back"])
    first = await finish(database, block, 1, 1, easy(exercises))

    async with changing(database, block.user_id, now=LATER) as change:
        await finish_workout(change, id=first.id, completed_at=LATER)
        again = await finished_workout(change.tx, first.id)

    assert again == first


@pytest.mark.smoke
async def test_two_devices_that_finish_at_once_get_one_result(
    database: Database,
) -> None:
    block, exercises = await a_block(database, ["chest", "back", "bis"])
    async with changing(database, block.user_id, now=LATER) as change:
        log_id = await log_workout(change, block, (1, 1), easy(exercises))

    async def device() -> FinishedWorkout:
        async with changing(database, block.user_id, now=LATER) as change:
            await finish_workout(change, id=log_id, completed_at=LATER)
            return await finished_workout(change.tx, log_id)

    answers = await asyncio.gather(*(device() for _ in range(4)))

    assert all(answer == answers[0] for answer in answers)
    assert len(answers[0].decisions) == 3


async def test_somebody_elses_log_does_not_exist(database: Database) -> None:
    block, exercises = await a_block(database, ["chest"])
    finished = await finish(database, block, 1, 1, easy(exercises))
    stranger = await someone(database)

    async with changing(database, stranger, now=LATER) as change:
        with pytest.raises(NotFound):
            await finish_workout(change, id=finished.id)


@pytest.mark.parametrize("count", [1, 5, 9])
async def test_the_deciding_data_takes_three_statements(
    database: Database, count: int
) -> None:
    groups = ["chest", "back", "legs", "shoulders", "delts", "bis", "tris", "calfs"]
    block, exercises = await a_block(database, [*groups, "abs"][:count])
    finished = await finish(database, block, 1, 1, easy(exercises))

    async with database.as_user(block.user_id) as tx:
        done = await load_done(tx, finished.id)
        await load_previous(tx, finished.id)
        coming = await load_coming(tx, finished.id)
        batched = tx.statements
        one_by_one = await decide_one_by_one(
            tx, finished.id, week_number=1, weeks=4, is_deload=False
        )

    assert batched == 3
    assert len({each.muscle_group for each in finished.decisions}) == count
    assert len(done.exercises) == count
    assert len(coming.next) == count
    assert one_by_one.statements == 3 * count


@pytest.mark.parametrize("batch", range(20))
async def test_deciding_all_at_once_agrees_with_one_by_one(
    database: Database, batch: int
) -> None:
    for seed in range(10 * batch, 10 * batch + 10):
        chance = Random(seed)  # noqa: S311 - repeatable by its seed
        await check_a_random_history(database, chance)


async def check_a_random_history(database: Database, chance: Random) -> None:
    groups = chance.sample(["chest", "back", "legs", "delts", "bis", "tris"], 3)
    days, weeks = chance.choice([(1, 3), (1, 4), (2, 3), (2, 4), (1, 5)])
    block, exercises = await a_block(database, groups, days=days, weeks=weeks)
    for week in range(1, weeks + 1):
        for day in range(1, days + 1):
            async with changing(database, block.user_id, now=LATER) as change:
                done = random_workout(chance, exercises)
                log_id = await log_workout(change, block, (week, day), done)
                # The reference reads what earlier workouts led to and the scores of
                # this one, but none of its decisions.
                await finish_workout(change, id=log_id, completed_at=LATER)
                batched = await finished_workout(change.tx, log_id)
                reference = await decide_one_by_one(
                    change.tx,
                    log_id,
                    week_number=week,
                    weeks=weeks,
                    is_deload=week == weeks,
                )
            assert len(batched.decisions) == len(reference.decisions) == 3
            for entry in batched.decisions:
                decision = reference.decisions[Muscle(entry.muscle)]
                assert entry.rule_id == decision.rule_id
                assert entry.because == decision.because
                assert entry.progression == decision.progression
                assert entry.deload == decision.deload


async def test_an_edited_past_is_offered_and_not_written(database: Database) -> None:
    block, exercises = await a_block(database, ["chest"])
    before = await finish(database, block, 1, 1, easy(exercises))

    async with changing(database, block.user_id, now=LATER) as change:
        await make_it_hard(change.tx, before.id)
        await reconsider(change, before.id)
        offered = await proposals(change.tx)
        after = await finished_workout(change.tx, before.id)

    assert after.decisions[0].kind == "remove"
    assert after.next == before.next
    assert [(each.old_sets, each.new_sets) for each in offered] == [(4, 3)]
    decided = after.decisions[0]
    assert offered[0].sets_because == f"{decided.because} {decided.cap_reason}"


@pytest.mark.parametrize(
    ("accept", "sets", "status"), [(True, 3, "accepted"), (False, 4, "rejected")]
)
async def test_an_offer_is_accepted_or_rejected_once(
    database: Database, *, accept: bool, sets: int, status: str
) -> None:
    block, exercises = await a_block(database, ["chest"])
    before = await finish(database, block, 1, 1, easy(exercises))
    async with changing(database, block.user_id, now=LATER) as change:
        await make_it_hard(change.tx, before.id)
        await reconsider(change, before.id)
        (offered,) = await proposals(change.tx)

    async with changing(database, block.user_id, now=LATER) as change:
        first = await answer_proposal(change, id=offered.id, accept=accept)
        again = await answer_proposal(change, id=offered.id, accept=accept)
        after = await finished_workout(change.tx, before.id)
        with pytest.raises(Conflict):
            await answer_proposal(change, id=offered.id, accept=not accept)

    assert first == again == status
    assert after.next[0].target_sets == sets


async def test_an_unknown_offer_is_refused(database: Database) -> None:
    user_id = await someone(database)

    async with changing(database, user_id, now=LATER) as change:
        with pytest.raises(NotFound):
            await answer_proposal(change, id=uuid7(LATER), accept=True)


async def make_it_hard(tx: object, log_id: UUID) -> None:
    """Change what was answered: very difficult, with an amazing pump."""
    await tx.run(  # type: ignore[attr-defined]
        "UPDATE muscle_group_feedback SET challenge_level = 3, pump_level = 3"
        " WHERE workout_log_id = $1", log_id,
    )  # fmt: skip
