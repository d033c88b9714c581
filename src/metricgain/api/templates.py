"""Templates to start a block from."""

from uuid import UUID

import msgspec
from litestar.params import FromPath

from metricgain.api.routes import keep
from metricgain.api.session import Asker
from metricgain.reads.templates import template, templates


class TemplateExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a template: sets of the first week and a range of reps."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int


class TemplateWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of a template; `weekday` from 0 for Monday."""

    name: str
    weekday: int
    exercises: list[TemplateExerciseShape]


class ListedTemplateShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A template without its workouts; `isSystem` says that it is built in."""

    id: UUID
    name: str
    description: str | None
    tags: list[str]
    is_system: bool
    duration_weeks: int
    days_per_week: int


class TemplateShape(ListedTemplateShape, kw_only=True, rename="camel"):
    """A template with its workouts."""

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


ROUTES = [list_templates, get_template]
