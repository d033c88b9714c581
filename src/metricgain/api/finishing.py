"""Finish a workout, see what follows from it, answer what is offered."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.answer_proposal import answer_proposal
from metricgain.actions.finish_workout import finish_workout
from metricgain.api.routes import act, read
from metricgain.api.session import Asker
from metricgain.reads.finished_workout import finished_workout
from metricgain.reads.proposals import proposals

Moment = Annotated[datetime, Meta(tz=True, examples=["2026-03-02T18:40:00Z"])]


class FinishBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """When the workout ended; now if left out."""

    completed_at: Moment | None = None
    made_at: Moment | None = None


class DecisionShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A decision with its inputs, its rule, its reason and what became of it.

    `override` is what the lifter wanted instead, `hold` or `undo`; then `newSets` and
    `deltaApplied` say what came of that.
    """

    muscle: str
    muscle_group: str
    to_instance_id: UUID | None
    kind: str
    gate: str
    rule_id: str
    because: str
    soreness: int | None
    performance: int | None
    pump: int | None
    challenge: int | None
    joint_pain: int | None
    consecutive_misses: int
    delta_raw: int
    delta_applied: int
    cap_reason: str | None
    swap: str | None
    base_sets: int | None
    new_sets: int | None
    progression: bool
    deload: bool
    engine_version: str
    decided_at: datetime
    override: str | None
    overridden_at: datetime | None


class NextExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a next session as it is prescribed now."""

    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    week_number: int
    is_deload: bool
    exercise_id: int
    exercise_name: str
    position: int
    target_sets: int
    target_reps: int | None
    target_weight: float | None
    weight_unit: str
    target_rir: int
    because: str
    rule_id: str
    swap: str | None


class FinishedShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A finished workout, its decisions, and the sessions they prescribe."""

    id: UUID
    status: str
    completed_at: datetime | None
    duration_minutes: int | None
    mesocycle_id: UUID | None
    week_number: int | None
    mesocycle_status: str | None
    sets: int
    volume_kg: float
    decisions: list[DecisionShape]
    next: list[NextExerciseShape]


class ProposalShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A changed prescription that is offered because the past was changed.

    `because` is about load and reps; `setsBecause` about the sets, null where they
    stay.
    """

    id: UUID
    workout_log_id: UUID
    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    exercise_id: int
    exercise_name: str
    old_sets: int | None
    new_sets: int | None
    old_weight: float | None
    new_weight: float | None
    weight_unit: str
    old_reps: int | None
    new_reps: int | None
    because: str
    sets_because: str | None
    status: str
    created_at: datetime


class AnswerShape(msgspec.Struct, kw_only=True):
    """The status of an answered proposal."""

    status: str


@act("/workout-logs/{log_id:uuid}/finish", tags=["training"])
async def finish(
    log_id: FromPath[UUID], asker: Asker, data: JSONBody[FinishBody | None] = None
) -> FinishedShape:
    """Finish a workout: decide its muscles and prescribe their next sessions.

    Finishing it again changes nothing and answers the same.
    """
    body = data or FinishBody()
    async with asker.changing(body.made_at) as change:
        await finish_workout(change, id=log_id, completed_at=body.completed_at)
        return msgspec.convert(
            await finished_workout(change.tx, log_id),
            FinishedShape,
            from_attributes=True,
        )


@read("/workout-logs/{log_id:uuid}/decisions", tags=["training"])
async def decisions_of_workout(log_id: FromPath[UUID], asker: Asker) -> FinishedShape:
    """Return what a workout decided, with the reason of each decision."""
    async with asker.reading() as tx:
        return msgspec.convert(
            await finished_workout(tx, log_id), FinishedShape, from_attributes=True
        )


@read("/proposals", tags=["training"])
async def list_proposals(asker: Asker) -> list[ProposalShape]:
    """Return the changes of the plan that are offered."""
    async with asker.reading() as tx:
        return msgspec.convert(
            await proposals(tx), list[ProposalShape], from_attributes=True
        )


@act("/proposals/{proposal_id:uuid}/accept", tags=["training"])
async def accept_proposal(proposal_id: FromPath[UUID], asker: Asker) -> AnswerShape:
    """Write an offered change into the plan."""
    async with asker.changing() as change:
        status = await answer_proposal(change, id=proposal_id, accept=True)
        return AnswerShape(status=status)


@act("/proposals/{proposal_id:uuid}/reject", tags=["training"])
async def reject_proposal(proposal_id: FromPath[UUID], asker: Asker) -> AnswerShape:
    """Leave the plan as it is."""
    async with asker.changing() as change:
        status = await answer_proposal(change, id=proposal_id, accept=False)
        return AnswerShape(status=status)


ROUTES = [
    finish,
    decisions_of_workout,
    list_proposals,
    accept_proposal,
    reject_proposal,
]
