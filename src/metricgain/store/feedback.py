"""What the lifter answers about muscles and exercises."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Self
from uuid import UUID

import msgspec

from metricgain.engine.group_feedback import (
    group_challenge,
    group_pump,
    group_soreness,
)
from metricgain.engine.muscles import Muscle, MuscleGroup, muscles_of
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Row, sql
from metricgain.store.logs import touch_log

HIGHEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessAnswer:
    """How sore a muscle was before this workout, 0 to 3; None takes it back."""

    soreness: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceAnswer:
    """Pump and challenge of this workout, 0 to 3 each; None is "not answered"."""

    pump: int | None
    challenge: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is answered about a muscle or a group, and when each part was."""

    soreness: int | None = None
    pump: int | None = None
    challenge: int | None = None
    soreness_at: datetime | None = None
    performance_at: datetime | None = None

    def with_(
        self,
        soreness: SorenessAnswer | None,
        performance: PerformanceAnswer | None,
        *,
        at: datetime,
        now: datetime,
    ) -> Self:
        """Return these answers with those that are given, unless they are older.

        Answers of the future, of a clock that was ahead, are as old as can be.
        """
        new = self
        if soreness and _is_open(self.soreness_at, at=at, now=now):
            new = replace(new, soreness=soreness.soreness, soreness_at=at)
        if performance and _is_open(self.performance_at, at=at, now=now):
            new = replace(
                new,
                pump=performance.pump,
                challenge=performance.challenge,
                performance_at=at,
            )
        return new


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleAnswers(Answers):
    """The answers about one muscle."""

    muscle: Muscle


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFeedback:
    """Everything that is answered about a muscle group in one log.

    `about_log_id` is the log that the soreness is about: the completed one that
    trained the group last. `before` is the same as it would be found today.
    """

    log_id: UUID
    group: MuscleGroup
    answers: Answers
    muscles: tuple[MuscleAnswers, ...]
    about_log_id: UUID | None
    before: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFeedback:
    """Joint pain of 0 to 3 and a note about one exercise in one log."""

    log_id: UUID
    exercise_id: int
    joint_pain: int | None
    note: str | None
    recorded_at: datetime | None


def _is_open(stamp: datetime | None, *, at: datetime, now: datetime) -> bool:
    return stamp is None or not at < stamp <= now


def check_level(level: int | None, *, field: str) -> None:
    """Raise Invalid unless an answer is 0, 1, 2, 3 or None."""
    if level is not None and not 0 <= level <= HIGHEST:
        raise Invalid("an answer is 0, 1, 2 or 3", field=field)


def check_answers(
    soreness: SorenessAnswer | None, performance: PerformanceAnswer | None
) -> None:
    """Raise Invalid naming the answer that is none of 0, 1, 2, 3 or None."""
    if soreness is not None:
        check_level(soreness.soreness, field="soreness")
    if performance is not None:
        check_level(performance.pump, field="pump")
        check_level(performance.challenge, field="challenge")


async def find_feedback(
    change: Change, log_id: UUID, group: MuscleGroup
) -> GroupFeedback:
    """Return what is answered about a group in a log that is there."""
    row = await change.tx.row(
        sql("feedback_find"), change.user_id, log_id, group, list(muscles_of(group))
    )
    assert row is not None
    return GroupFeedback(
        log_id=log_id,
        group=group,
        answers=_answers(row),
        muscles=msgspec.json.decode(
            row["answers"] or "[]", type=tuple[MuscleAnswers, ...]
        ),
        about_log_id=row["about_log_id"],
        before=row["before"],
    )


async def save_group_answers(
    change: Change, found: GroupFeedback, answers: Answers
) -> GroupFeedback:
    """Write the answers of the group itself and return what is answered now."""
    about = None if answers.soreness is None else found.before
    if answers.soreness_at == found.answers.soreness_at:
        about = found.about_log_id
    if answers == found.answers:
        return found
    await change.tx.run(
        sql("feedback_group_save"),
        change.user_id,
        found.log_id,
        found.group,
        answers.soreness,
        about,
        answers.pump,
        answers.challenge,
        answers.soreness_at,
        answers.performance_at,
    )
    await touch_log(change, found.log_id)
    return replace(found, answers=answers, about_log_id=about)


async def save_muscle_answers(
    change: Change, found: GroupFeedback, answers: MuscleAnswers
) -> GroupFeedback:
    """Write the answers of one muscle, and what follows for its group."""
    others = [other for other in found.muscles if other.muscle is not answers.muscle]
    if answers in found.muscles:
        return found
    await change.tx.run(
        sql("feedback_muscle_save"),
        change.user_id,
        found.log_id,
        answers.muscle,
        answers.soreness,
        answers.pump,
        answers.challenge,
        answers.soreness_at,
        answers.performance_at,
    )
    await touch_log(change, found.log_id)
    with_it = replace(found, muscles=(*others, answers))
    return await save_group_answers(change, with_it, _of_group(with_it, now=change.now))


async def find_exercise_feedback(
    change: Change, log_id: UUID, exercise_id: int
) -> ExerciseFeedback:
    """Return what is noted about an exercise in a log. Raises NotFound."""
    row = await change.tx.row(
        sql("exercise_feedback_find"), change.user_id, log_id, exercise_id
    )
    if row is None:
        raise NotFound("this exercise does not exist", field="exercise_id")
    return ExerciseFeedback(
        log_id=log_id,
        exercise_id=exercise_id,
        joint_pain=row["joint_pain"],
        note=row["note"],
        recorded_at=row["recorded_at"],
    )


async def save_exercise_feedback(change: Change, feedback: ExerciseFeedback) -> None:
    """Write what is noted about an exercise."""
    await change.tx.run(
        sql("exercise_feedback_save"),
        change.user_id,
        feedback.log_id,
        feedback.exercise_id,
        feedback.joint_pain,
        feedback.note,
        feedback.recorded_at,
    )
    await touch_log(change, feedback.log_id)


def _answers(row: Row) -> Answers:
    return Answers(
        soreness=row["soreness_level"],
        pump=row["pump_level"],
        challenge=row["challenge_level"],
        soreness_at=row["soreness_recorded_at"],
        performance_at=row["performance_recorded_at"],
    )


def _of_group(found: GroupFeedback, *, now: datetime) -> Answers:
    """Return the group's answers: those of its muscles, unless it was asked later."""
    soreness_at = _latest((one.soreness_at for one in found.muscles), now=now)
    performance_at = _latest((one.performance_at for one in found.muscles), now=now)
    answers = found.answers
    if soreness_at is not None:
        worst = group_soreness(muscle.soreness for muscle in found.muscles)
        soreness = SorenessAnswer(soreness=worst)
        answers = answers.with_(soreness, None, at=soreness_at, now=now)
    if performance_at is not None:
        performance = PerformanceAnswer(
            pump=group_pump(muscle.pump for muscle in found.muscles),
            challenge=group_challenge(muscle.challenge for muscle in found.muscles),
        )
        answers = answers.with_(None, performance, at=performance_at, now=now)
    return answers


def _latest(stamps: Iterable[datetime | None], *, now: datetime) -> datetime | None:
    known = [stamp for stamp in stamps if stamp is not None]
    return max([one for one in known if one <= now] or known, default=None)
