"""Templates to start a block from: the built-in ones, and one's own."""

from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.delete_template import delete_template
from metricgain.actions.save_block_as_template import Words, save_block_as_template
from metricgain.actions.save_template import save_template
from metricgain.api.log_shapes import Name, Note
from metricgain.api.plan_shapes import EmphasisByMuscle, PlanWorkoutBody, Weeks
from metricgain.api.routes import create, keep, remove, replace
from metricgain.api.session import Asker
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline
from metricgain.kit.errors import Invalid
from metricgain.reads.templates import template, templates
from metricgain.store.changes import Change
from metricgain.store.planning import FIRST_DAY

Tags = Annotated[
    list[Annotated[str, Meta(min_length=1, max_length=40, examples=["strength"])]],
    Meta(max_length=20),
]
Workouts = Annotated[list[PlanWorkoutBody], Meta(min_length=1, max_length=7)]


class TemplateBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A template as it shall be; sets are those of the first week."""

    name: Name
    duration_weeks: Weeks
    workouts: Workouts
    description: Note | None = None
    emphasis: EmphasisByMuscle = msgspec.field(default_factory=dict)
    tags: Tags = msgspec.field(default_factory=list)


class NewTemplateBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A new template: from a plan, or from a block.

    Give either `workouts`, `name` and `durationWeeks`, or `mesocycleId`. With `week`,
    the template has the exercises and sets of that week of the block; without, those
    that its plan has for the first week.
    """

    id: UUID
    mesocycle_id: UUID | None = None
    week: Annotated[int, Meta(ge=1, le=7, examples=[3])] | None = None
    workouts: Workouts | None = None
    name: Name | None = None
    duration_weeks: Weeks | None = None
    description: Note | None = None
    emphasis: EmphasisByMuscle | None = None
    tags: Tags = msgspec.field(default_factory=list)


class TemplateExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a template: sets of the first week and a range of reps."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None
    notes: str | None


class TemplateWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of a template; `weekday` from 0 for Monday."""

    name: str
    weekday: int
    exercises: list[TemplateExerciseShape]


class ListedTemplateShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A template without its workouts; `isSystem` says that it is built in.

    `timesUsed` is how often a block was started from it, by anybody here.
    """

    id: UUID
    name: str
    description: str | None
    tags: list[str]
    is_system: bool
    times_used: int
    duration_weeks: int
    days_per_week: int


class TemplateShape(ListedTemplateShape, kw_only=True, rename="camel"):
    """A template with its workouts."""

    emphasis: dict[Muscle, Emphasis]
    workouts: list[TemplateWorkoutShape]


@keep("/templates", tags=["planning"])
async def list_templates(asker: Asker) -> list[ListedTemplateShape]:
    """Return all templates: your own, then the built-in ones, by name."""
    async with asker.reading() as tx:
        found = await templates(tx)
    return msgspec.convert(found, list[ListedTemplateShape], from_attributes=True)


@keep("/templates/{template_id:uuid}", tags=["planning"])
async def get_template(template_id: FromPath[UUID], asker: Asker) -> TemplateShape:
    """Return one template with its workouts."""
    async with asker.reading() as tx:
        found = await template(tx, template_id)
    return msgspec.convert(found, TemplateShape, from_attributes=True)


@create("/templates", tags=["planning"])
async def add_template(data: JSONBody[NewTemplateBody], asker: Asker) -> TemplateShape:
    """Save a plan or a block as a template of your own.

    Saving it again changes nothing that matters. What breaks a volume rule is refused.
    """
    async with asker.changing() as change:
        await _add(change, data)
        return await _shown(change, data.id)


@replace("/templates/{template_id:uuid}", tags=["planning"])
async def edit_template(
    template_id: FromPath[UUID], data: JSONBody[TemplateBody], asker: Asker
) -> TemplateShape:
    """Replace a template of your own. Blocks that were started from it stay."""
    async with asker.changing() as change:
        await save_template(
            change,
            template_id=template_id,
            outline=_outline(data, data.workouts),
            tags=data.tags,
        )
        return await _shown(change, template_id)


@remove("/templates/{template_id:uuid}", tags=["planning"])
async def delete_own_template(template_id: FromPath[UUID], asker: Asker) -> None:
    """Delete a template of your own. Blocks that were started from it stay."""
    async with asker.changing() as change:
        await delete_template(change, template_id=template_id)


async def _add(change: Change, data: JSONBody[NewTemplateBody]) -> None:
    if (data.workouts is None) is (data.mesocycle_id is None):
        raise Invalid(
            "a template is saved from either workouts or a mesocycleId",
            field="workouts",
        )
    if data.mesocycle_id is not None:
        for field in ("duration_weeks", "emphasis"):
            if getattr(data, field) is not None:
                raise Invalid("this comes from the block", field=field)
        await save_block_as_template(
            change,
            template_id=data.id,
            mesocycle_id=data.mesocycle_id,
            week=data.week,
            words=Words(name=data.name, description=data.description, tags=data.tags),
        )
        return
    for field in ("name", "duration_weeks"):
        if getattr(data, field) is None:
            raise Invalid("a template of workouts needs this", field=field)
    if data.week is not None:
        raise Invalid("this goes with a mesocycleId", field="week")
    await save_template(
        change,
        template_id=data.id,
        outline=_outline(data, data.workouts or []),
        tags=data.tags,
    )


def _outline(
    data: TemplateBody | NewTemplateBody, workouts: list[PlanWorkoutBody]
) -> Outline:
    return Outline(
        name=data.name or "",
        description=data.description,
        start_date=FIRST_DAY,
        weeks=data.duration_weeks or 0,
        emphasis=data.emphasis or {},
        workouts=tuple(workout.outline() for workout in workouts),
    )


async def _shown(change: Change, template_id: UUID) -> TemplateShape:
    found = await template(change.tx, template_id)
    return msgspec.convert(found, TemplateShape, from_attributes=True)


ROUTES = [
    list_templates,
    get_template,
    add_template,
    edit_template,
    delete_own_template,
]
