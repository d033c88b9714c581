"""Blocks: start, look at, change, end and delete them."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Meta, UnsetType

from metricgain.actions.apply_gap import apply_gap
from metricgain.actions.archive_mesocycle import archive_mesocycle
from metricgain.actions.bring_back_mesocycle import bring_back_mesocycle
from metricgain.actions.copy_mesocycle import copy_mesocycle
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.deload_now import deload_now
from metricgain.actions.edit_mesocycle import MesocycleEdit, edit_mesocycle
from metricgain.actions.edit_workout import edit_workout
from metricgain.actions.end_mesocycle import end_mesocycle
from metricgain.actions.resize_mesocycle import resize_mesocycle
from metricgain.actions.start_mesocycle import start_mesocycle
from metricgain.actions.start_mesocycle_from_template import (
    start_mesocycle_from_template,
)
from metricgain.api.log_shapes import ExerciseId, Moment, Name, Note
from metricgain.api.pages import Cursor, Limit, cursor_of, place_of
from metricgain.api.plan_shapes import (
    BlockPage,
    BlockShape,
    EmphasisByMuscle,
    ListedBlockShape,
    PlanExerciseBody,
    PlannedDate,
    PlanWorkoutBody,
    Weekday,
    Weeks,
)
from metricgain.api.routes import act, create, keep, remove, replace
from metricgain.api.routes import change as patch
from metricgain.api.session import Asker
from metricgain.engine.disruptions import GapKind
from metricgain.engine.outline import Choices, Outline
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.reads.block import block
from metricgain.reads.blocks import blocks
from metricgain.store.changes import Change
from metricgain.store.outlines import FromBlock, FromTemplate, PlanSource


class Replacement(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """An exercise of the plan, and the one to do instead in the whole block."""

    exercise_id: ExerciseId
    new_exercise_id: ExerciseId


class StartMesocycleBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A new block: from a template, from a week of an earlier block, or by hand.

    Give exactly one of `templateId`, `parentMesocycleId` (with `week`) and `workouts`.
    What is left out comes from the template or the earlier block.
    """

    id: UUID
    start_date: PlannedDate
    template_id: UUID | None = None
    parent_mesocycle_id: UUID | None = None
    week: Annotated[int, Meta(ge=1, le=7, examples=[3])] | None = None
    workouts: Annotated[list[PlanWorkoutBody], Meta(max_length=7)] | None = None
    name: Name | None = None
    description: Note | None = None
    duration_weeks: Weeks | None = None
    weekdays: Annotated[list[Weekday], Meta(max_length=7)] | None = None
    emphasis: EmphasisByMuscle | None = None
    replacements: Annotated[list[Replacement], Meta(max_length=50)] = msgspec.field(
        default_factory=list
    )
    made_at: Moment | None = None


class EditMesocycleBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What to change; fields that are left out stay. `emphasis` is the whole of it."""

    name: Name | UnsetType = UNSET
    description: Note | UnsetType | None = UNSET
    emphasis: EmphasisByMuscle | UnsetType = UNSET
    made_at: Moment | None = None


class EditWorkoutBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """All exercises of the workout, in the order in which they shall be done."""

    exercises: Annotated[list[PlanExerciseBody], Meta(min_length=1, max_length=20)]
    made_at: Moment | None = None


class ResizeBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The weeks that the block shall have, its deload included."""

    duration_weeks: Weeks
    made_at: Moment | None = None


class GapBody(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """The day of the next workout, and the advice of `gapAdvice` that is followed."""

    on: PlannedDate
    kind: GapKind
    made_at: Moment | None = None


@create("/mesocycles", tags=["planning"])
async def start_block(data: JSONBody[StartMesocycleBody], asker: Asker) -> BlockShape:
    """Start a block, with its first week prescribed and the others projected.

    Starting it again changes nothing. `findings` says what the plan could do better;
    what breaks a volume rule is refused.
    """
    async with asker.changing(data.made_at) as change:
        await start_from(change, data)
        return await _shown(change, data.id)


@keep("/mesocycles", tags=["planning"])
async def list_blocks(
    asker: Asker, cursor: Cursor = None, limit: Limit = 50
) -> BlockPage:
    """Return blocks, newest first."""
    after = place_of(cursor, tuple[date, UUID])
    async with asker.reading() as tx:
        found = await blocks(tx, after=after, limit=limit + 1)
    items = found[:limit]
    end = items[-1] if len(found) > limit else None
    return BlockPage(
        items=msgspec.convert(items, list[ListedBlockShape], from_attributes=True),
        next_cursor=cursor_of((end.start_date, end.id)) if end else None,
    )


@keep("/mesocycles/{mesocycle_id:uuid}", tags=["planning"])
async def get_block(mesocycle_id: FromPath[UUID], asker: Asker) -> BlockShape:
    """Return a block: its plan, its weeks, and each muscle beside its landmarks."""
    async with asker.reading() as tx:
        found = await block(tx, mesocycle_id, now=now())
    return msgspec.convert(found, BlockShape, from_attributes=True)


@patch("/mesocycles/{mesocycle_id:uuid}", tags=["planning"])
async def edit_block(
    mesocycle_id: FromPath[UUID], data: JSONBody[EditMesocycleBody], asker: Asker
) -> BlockShape:
    """Change the name, the description or the emphasis of a block.

    A new emphasis changes the weeks ahead, not what is prescribed already.
    """
    edit = MesocycleEdit(
        name=data.name, description=data.description, emphasis=data.emphasis
    )
    async with asker.changing(data.made_at) as change:
        await edit_mesocycle(change, mesocycle_id=mesocycle_id, edit=edit)
        return await _shown(change, mesocycle_id)


@replace(
    "/mesocycles/{mesocycle_id:uuid}/workouts/{workout_id:uuid}", tags=["planning"]
)
async def edit_block_workout(
    mesocycle_id: FromPath[UUID],
    workout_id: FromPath[UUID],
    data: JSONBody[EditWorkoutBody],
    asker: Asker,
) -> BlockShape:
    """Give a workout other exercises, sets or reps for the rest of the block.

    Workouts that have begun stay. A new exercise gets its load from your history.
    """
    async with asker.changing(data.made_at) as change:
        await edit_workout(
            change,
            mesocycle_id=mesocycle_id,
            workout_id=workout_id,
            exercises=[one.outline() for one in data.exercises],
        )
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/resize", tags=["planning"])
async def resize_block(
    mesocycle_id: FromPath[UUID], data: JSONBody[ResizeBody], asker: Asker
) -> BlockShape:
    """Make a running block longer or shorter; its last week stays the deload."""
    async with asker.changing(data.made_at) as change:
        await resize_mesocycle(
            change, mesocycle_id=mesocycle_id, weeks=data.duration_weeks
        )
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/deload", tags=["planning"])
async def deload_block(mesocycle_id: FromPath[UUID], asker: Asker) -> BlockShape:
    """Make next week the deload, and cancel the weeks after it."""
    async with asker.changing() as change:
        await deload_now(change, mesocycle_id=mesocycle_id)
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/gap", tags=["planning"])
async def go_on_after_gap(
    mesocycle_id: FromPath[UUID], data: JSONBody[GapBody], asker: Asker
) -> BlockShape:
    """Follow the advice that a block gives after a break: repeat, restart or end it.

    Refused when the break asks for something else on that day.
    """
    async with asker.changing(data.made_at) as change:
        await apply_gap(change, mesocycle_id=mesocycle_id, on=data.on, kind=data.kind)
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/end", tags=["planning"])
async def end_block(mesocycle_id: FromPath[UUID], asker: Asker) -> BlockShape:
    """Complete a block early; the workouts ahead of it are skipped."""
    async with asker.changing() as change:
        await end_mesocycle(change, mesocycle_id=mesocycle_id)
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/archive", tags=["planning"])
async def archive_block(mesocycle_id: FromPath[UUID], asker: Asker) -> BlockShape:
    """Keep the sets of an old block in small.

    It is shown, counted and exported as before. Changing anything in it brings it back.
    """
    async with asker.changing() as change:
        await archive_mesocycle(change, mesocycle_id=mesocycle_id)
        return await _shown(change, mesocycle_id)


@act("/mesocycles/{mesocycle_id:uuid}/bring-back", tags=["planning"])
async def bring_back_block(mesocycle_id: FromPath[UUID], asker: Asker) -> BlockShape:
    """Bring an archived block back; any other stays as it is."""
    async with asker.changing() as change:
        await bring_back_mesocycle(change, mesocycle_id=mesocycle_id)
        return await _shown(change, mesocycle_id)


@remove("/mesocycles/{mesocycle_id:uuid}", tags=["planning"])
async def delete_block(mesocycle_id: FromPath[UUID], asker: Asker) -> None:
    """Delete a block with everything that was planned and logged in it."""
    async with asker.changing() as change:
        await delete_mesocycle(change, mesocycle_id=mesocycle_id)


async def start_from(change: Change, data: JSONBody[StartMesocycleBody]) -> None:
    """Start a block from whichever of the three it names. Raises Invalid."""
    match source_of(data):
        case Outline() as outline:
            await start_mesocycle(change, mesocycle_id=data.id, outline=outline)
        case FromTemplate() as source:
            await start_mesocycle_from_template(
                change,
                mesocycle_id=data.id,
                template_id=source.template_id,
                choices=source.choices,
            )
        case FromBlock() as source:
            await copy_mesocycle(
                change,
                mesocycle_id=data.id,
                parent_mesocycle_id=source.mesocycle_id,
                week=source.week,
                choices=source.choices,
            )


def source_of(data: JSONBody[StartMesocycleBody]) -> PlanSource:
    """Return where a new block comes from. Raises Invalid unless it is one place."""
    sources = (data.template_id, data.parent_mesocycle_id, data.workouts)
    if sum(source is not None for source in sources) != 1:
        raise Invalid(
            "a block starts from exactly one of templateId, parentMesocycleId and"
            " workouts",
            field="templateId",
        )
    if (data.week is None) is not (data.parent_mesocycle_id is None):
        raise Invalid("a copy names the week that it starts from", field="week")
    if data.template_id is not None:
        return FromTemplate(template_id=data.template_id, choices=_choices(data))
    if data.parent_mesocycle_id is not None and data.week is not None:
        return FromBlock(
            mesocycle_id=data.parent_mesocycle_id,
            week=data.week,
            choices=_choices(data),
        )
    return _by_hand(data, data.workouts or [])


def _choices(data: StartMesocycleBody) -> Choices:
    return Choices(
        start_date=data.start_date,
        name=data.name,
        description=data.description,
        weeks=data.duration_weeks,
        weekdays=None if data.weekdays is None else tuple(data.weekdays),
        emphasis=data.emphasis,
        replacements={r.exercise_id: r.new_exercise_id for r in data.replacements},
    )


def _by_hand(data: StartMesocycleBody, workouts: list[PlanWorkoutBody]) -> Outline:
    for field in ("name", "duration_weeks"):
        if getattr(data, field) is None:
            named = "durationWeeks" if field == "duration_weeks" else field
            raise Invalid("a block planned by hand needs this", field=named)
    if data.weekdays is not None or data.replacements:
        raise Invalid(
            "a block planned by hand says this in its workouts",
            field="replacements" if data.replacements else "weekdays",
        )
    return Outline(
        name=data.name or "",
        description=data.description,
        start_date=data.start_date,
        weeks=data.duration_weeks or 0,
        emphasis=data.emphasis or {},
        workouts=tuple(workout.outline() for workout in workouts),
    )


async def _shown(change: Change, mesocycle_id: FromPath[UUID]) -> BlockShape:
    found = await block(change.tx, mesocycle_id, now=change.now)
    return msgspec.convert(found, BlockShape, from_attributes=True)


ROUTES = [
    start_block,
    list_blocks,
    get_block,
    edit_block,
    edit_block_workout,
    resize_block,
    deload_block,
    go_on_after_gap,
    archive_block,
    bring_back_block,
    end_block,
    delete_block,
]
