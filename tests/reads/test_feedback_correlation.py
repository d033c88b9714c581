"""What followed on each answer, compared with counting it out one by one."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

import pytest

from make import (
    exercise_row,
    id_for,
    insert,
    make_feedback,
    make_log,
    make_set,
    make_user,
    mesocycle_row,
    own_exercise_id,
)
from metricgain.reads.feedback_correlation import (
    FeedbackCorrelation,
    feedback_correlation,
)
from metricgain.store.database import Database, Transaction
from metricgain.store.tables import metadata

GROUPS = {1: "chest", 2: "back"}
Answers = tuple[int | None, int | None, int | None]


@dataclass
class Log:
    """A log of a block (None is free training) in a week, with what was in it."""

    block: str | None
    week: int | None
    status: str = "completed"
    feedback: dict[str, Answers] = field(default_factory=dict)
    sets: list[tuple[int, str]] = field(default_factory=list)


def counted(history: list[Log]) -> set[FeedbackCorrelation]:
    """Work the answer out as requirement 2 words it, one answer after another."""
    occurrences: Counter[tuple[str, Answers]] = Counter()
    followed: Counter[tuple[str, Answers]] = Counter()
    next_sets: Counter[tuple[str, Answers]] = Counter()
    for log in history:
        if log.block is None or log.week is None:
            continue
        after = [
            other
            for other in history
            if other.block == log.block and other.week == log.week + 1
        ]
        for group, answers in log.feedback.items():
            occurrences[group, answers] += 1
            followed[group, answers] += any(o.status != "skipped" for o in after)
            next_sets[group, answers] += sum(
                GROUPS[exercise] == group and kind != "warmup"
                for other in after
                for exercise, kind in other.sets
            )
    return {
        FeedbackCorrelation(
            muscle_group=group,
            soreness=answers[0],
            pump=answers[1],
            challenge=answers[2],
            occurrences=number,
            followed=followed[group, answers],
            next_sets=next_sets[group, answers],
        )
        for (group, answers), number in occurrences.items()
    }


def history_of(seed: int) -> list[Log]:
    """Make up two blocks and some free training, the same for a seed on every run."""
    state = seed

    def upto(limit: int) -> int:
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return (state >> 16) % limit

    def level() -> int | None:
        return (None, 0, 1)[upto(3)]

    logs = []
    for block, week in (
        (block, None if block is None else 1 + upto(5))
        for block in (None, "one", "two")
        for _ in range(6)
    ):
        log = Log(block, week, ("completed", "skipped", "in_progress")[upto(3)])
        if log.status != "skipped":
            log.sets = [
                (1 + upto(2), ("working", "warmup", "drop")[upto(3)])
                for _ in range(upto(5))
            ]
        for group in GROUPS.values():
            if upto(3):
                log.feedback[group] = (level(), level(), 1)
        logs.append(log)
    return logs


async def keep(system: Transaction, user_id: int, history: list[Log]) -> None:
    run = system.run
    for number, group in GROUPS.items():
        row = exercise_row(user_id, number=number, name=group, group=group)
        await insert(run, metadata.tables["exercises"], row)
    for block in ("one", "two"):
        planned = mesocycle_row(user_id, block) | {"status": "planned"}
        await insert(run, metadata.tables["mesocycles"], planned)
    for number, log in enumerate(history):
        block_id: UUID | None = id_for(user_id, log.block) if log.block else None
        log_id = await make_log(
            run,
            user_id,
            number,
            mesocycle_id=block_id,
            week_number=log.week,
            status=log.status,
        )
        for group, (soreness, pump, challenge) in log.feedback.items():
            await make_feedback(
                run,
                user_id,
                log_id,
                group,
                soreness_level=soreness,
                pump_level=pump,
                challenge_level=challenge,
            )
        for place, (exercise, kind) in enumerate(log.sets, 1):
            await make_set(
                run,
                user_id,
                log_id,
                # The same ids in every log: they are unique only within one.
                place,
                exercise_id=own_exercise_id(user_id, exercise),
                set_type=kind,
                weight=Decimal(50),
            )


@pytest.mark.parametrize("seed", range(12))
async def test_it_agrees_with_counting_one_by_one(
    database: Database, seed: int
) -> None:
    ann = await make_user(database, f"correlation.ann.{seed}@example.org")
    ben = await make_user(database, f"correlation.ben.{seed}@example.org")
    history = history_of(seed)
    async with database.as_system() as system:
        await keep(system, ann, history)
        await keep(system, ben, history_of(seed + 100))

    async with database.as_user(ann) as user:
        found = await feedback_correlation(user)

    assert len(found) == len(set(found))
    assert set(found) == counted(history)
    # One asks whether anything is archived, the other the question itself.
    assert user.statements == 2


async def test_a_worked_example(database: Database) -> None:
    lifter = await make_user(database, "correlation.example@example.org")
    answers = {"chest": (0, 2, 1)}
    history = [
        Log("one", 1, feedback=dict(answers), sets=[(1, "working")] * 3),
        Log("one", 2, feedback=dict(answers), sets=[(1, "working")] * 4),
        Log("one", 2, sets=[(1, "working"), (1, "warmup"), (2, "working")]),
    ]
    async with database.as_system() as system:
        await keep(system, lifter, history)

    async with database.as_user(lifter) as user:
        (found,) = await feedback_correlation(user)

    # Week 1 was followed by 4 + 1 sets of chest in week 2, week 2 by nothing.
    assert (found.occurrences, found.followed, found.next_sets) == (2, 1, 5)
    assert found.average_next_sets == 2.5
    assert found.average_when_followed == 5


async def test_answers_that_no_week_followed_have_no_average_of_those_that_were(
    database: Database,
) -> None:
    lifter = await make_user(database, "correlation.last@example.org")
    history = [Log("one", 4, feedback={"back": (3, None, None)})]
    async with database.as_system() as system:
        await keep(system, lifter, history)

    async with database.as_user(lifter) as user:
        (found,) = await feedback_correlation(user)

    assert found.average_next_sets == 0
    assert found.average_when_followed is None
