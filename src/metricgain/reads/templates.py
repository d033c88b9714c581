"""Templates, with the names of their exercises."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import Lift, load_lifts
from metricgain.store.templates import Template, list_templates, load_template


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSlot:
    """An exercise of a template: sets of the first week and a rep range."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None
    notes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDay:
    """A workout of a template; `weekday` from 0 for Monday."""

    name: str
    weekday: int
    exercises: tuple[TemplateSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTemplate:
    """A template without its workouts."""

    id: UUID
    name: str
    description: str | None
    tags: tuple[str, ...]
    is_system: bool
    times_used: int
    duration_weeks: int
    days_per_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTemplate(ListedTemplate):
    """A template with its workouts."""

    emphasis: Mapping[Muscle, Emphasis]
    workouts: tuple[TemplateDay, ...]


async def templates(tx: Transaction) -> list[ListedTemplate]:
    """Return all templates: the user's own, then the built-in ones."""
    return [
        ListedTemplate(
            id=found.id,
            name=found.name,
            description=found.description,
            tags=found.tags,
            is_system=found.is_system,
            times_used=found.times_used,
            duration_weeks=found.config.duration_weeks,
            days_per_week=found.config.days_per_week,
        )
        for found in await list_templates(tx)
    ]


async def template(tx: Transaction, template_id: UUID) -> WholeTemplate:
    """Return one template with its workouts. Raises NotFound."""
    found = await load_template(tx, template_id)
    ids = {e.exercise_id for w in found.config.workouts for e in w.exercises}
    lifts = await load_lifts(tx, ids, await load_lifter(tx))
    return WholeTemplate(
        id=found.id,
        name=found.name,
        description=found.description,
        tags=found.tags,
        is_system=found.is_system,
        times_used=found.times_used,
        duration_weeks=found.config.duration_weeks,
        days_per_week=found.config.days_per_week,
        emphasis=found.config.emphasis,
        workouts=tuple(_days(found, lifts)),
    )


def _days(found: Template, lifts: Mapping[int, Lift]) -> list[TemplateDay]:
    return [
        TemplateDay(
            name=workout.name,
            weekday=workout.day_of_week,
            exercises=tuple(
                TemplateSlot(
                    exercise_id=one.exercise_id,
                    name=lifts[one.exercise_id].name,
                    sets=one.target_sets,
                    rep_min=one.target_reps_min,
                    rep_max=one.target_reps_max,
                    superset=one.superset,
                    notes=one.notes,
                )
                for one in workout.exercises
            ),
        )
        for workout in found.config.workouts
    ]
