"""Sets that move within a week: a workout is skipped, or there is little time."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from metricgain.actions.accept_week_change import SeenSets, accept_week_change
from metricgain.actions.undo_week_change import undo_week_change
from metricgain.api.log_shapes import ExerciseId, Moment
from metricgain.api.routes import act, read
from metricgain.api.session import Asker
from metricgain.engine.muscles import Muscle
from metricgain.reads.week_changes import (
    offered_week_change,
    week_changes,
    week_changes_beside,
)

MinutesThere = Annotated[int, Meta(ge=5, le=240, examples=[35])]


class ChangedSetsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a workout: its sets before and after, and why."""

    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    exercise_id: int
    exercise_name: str
    old_sets: int
    new_sets: int
    because: str


class LostSetsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Direct sets of a muscle that find no place in the week, and why."""

    muscle: Muscle
    sets: int
    because: str


class WeekChangeShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What is offered: `missed` for a skipped workout, `short` for little time.

    `acceptedId` is the change that has moved the sets of a skipped workout already.
    """

    kind: str
    workout_instance_id: UUID
    workout_name: str
    minutes: int | None
    minutes_before: int | None
    minutes_after: int | None
    changes: list[ChangedSetsShape]
    left: list[LostSetsShape]
    accepted_id: UUID | None


class AcceptedWeekChangeShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A change that was accepted; to undo while one of its workouts is open."""

    id: UUID
    kind: str
    minutes: int | None
    week_number: int
    from_instance_id: UUID
    from_workout_name: str
    made_at: datetime
    undone_at: datetime | None
    can_undo: bool
    changes: list[ChangedSetsShape]


class SeenSetsBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The sets that were offered for an exercise of a workout."""

    workout_instance_id: UUID
    exercise_id: ExerciseId
    sets: Annotated[int, Meta(ge=0, le=15, examples=[4])]


class AcceptWeekChangeBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What was offered, as the lifter has seen it; `minutes` as they were asked for."""

    id: UUID
    minutes: MinutesThere | None = None
    changes: Annotated[list[SeenSetsBody], Meta(max_length=100)]
    made_at: Moment | None = None


@read("/workout-instances/{instance_id:uuid}/week-change", tags=["training"])
async def get_week_change(
    instance_id: FromPath[UUID],
    asker: Asker,
    minutes: Annotated[
        int | None,
        QueryParameter(
            ge=5,
            le=240,
            description="The minutes that there are; left out for a skipped workout.",
        ),
    ] = None,
) -> WeekChangeShape:
    """Return where the sets of a skipped workout go, or how one fits into minutes.

    Nothing changes by it: it is an offer, with a reason for each change.
    """
    async with asker.reading() as tx:
        found = await offered_week_change(tx, instance_id, minutes=minutes)
    return msgspec.convert(found, WeekChangeShape, from_attributes=True)


@act("/workout-instances/{instance_id:uuid}/week-change", tags=["training"])
async def accept_a_week_change(
    instance_id: FromPath[UUID], data: JSONBody[AcceptWeekChangeBody], asker: Asker
) -> list[AcceptedWeekChangeShape]:
    """Accept an offer; refused when something else would be offered by now."""
    async with asker.changing(data.made_at) as change:
        await accept_week_change(
            change,
            id=data.id,
            instance_id=instance_id,
            minutes=data.minutes,
            seen=[
                SeenSets(
                    workout_instance_id=one.workout_instance_id,
                    exercise_id=one.exercise_id,
                    sets=one.sets,
                )
                for one in data.changes
            ],
        )
        found = await week_changes_beside(change.tx, instance_id)
    return msgspec.convert(found, list[AcceptedWeekChangeShape], from_attributes=True)


@read("/mesocycles/{mesocycle_id:uuid}/week-changes", tags=["training"])
async def list_week_changes(
    mesocycle_id: FromPath[UUID], asker: Asker
) -> list[AcceptedWeekChangeShape]:
    """Return the changes of weeks that were accepted in a block, the latest first."""
    async with asker.reading() as tx:
        found = await week_changes(tx, mesocycle_id)
    return msgspec.convert(found, list[AcceptedWeekChangeShape], from_attributes=True)


@act("/week-changes/{change_id:uuid}/undo", tags=["training"])
async def undo_a_week_change(change_id: FromPath[UUID], asker: Asker) -> list[UUID]:
    """Take a change back where workouts are not done; return these workouts."""
    async with asker.changing() as change:
        return list(await undo_week_change(change, id=change_id))


ROUTES = [
    get_week_change,
    accept_a_week_change,
    list_week_changes,
    undo_a_week_change,
]
