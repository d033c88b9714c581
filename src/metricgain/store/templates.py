"""Templates that a block can be started from: built in, and the user's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline, OutlineExercise, OutlineWorkout
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.planning import FIRST_DAY

MOST_TEMPLATES: Final = 200


class TemplateExercise(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of a template, with its sets in the first week."""

    exercise_id: int
    target_sets: int
    target_reps_min: int
    target_reps_max: int
    superset: int | None = None
    notes: str | None = None


class TemplateWorkout(msgspec.Struct, frozen=True, kw_only=True):
    """A workout of each week; `day_of_week` counts from 0 for Monday."""

    name: str
    day_of_week: int
    exercises: tuple[TemplateExercise, ...]


class TemplateConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The plan of a template."""

    duration_weeks: int
    days_per_week: int
    workouts: tuple[TemplateWorkout, ...]
    emphasis: Mapping[Muscle, Emphasis] = msgspec.field(default_factory=dict)


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A plan of some weeks that a block can be started from."""

    id: UUID
    name: str
    description: str | None
    tags: tuple[str, ...]
    is_system: bool
    times_used: int
    config: TemplateConfig

    def outline(self) -> Outline:
        """Return the plan, with a date of no meaning."""
        return Outline(
            name=self.name,
            description=self.description,
            start_date=FIRST_DAY,
            weeks=self.config.duration_weeks,
            workouts=tuple(
                OutlineWorkout(
                    name=workout.name,
                    weekday=workout.day_of_week,
                    exercises=tuple(
                        OutlineExercise(
                            exercise_id=one.exercise_id,
                            sets=one.target_sets,
                            rep_min=one.target_reps_min,
                            rep_max=one.target_reps_max,
                            superset=one.superset,
                            notes=one.notes,
                        )
                        for one in workout.exercises
                    ),
                )
                for workout in self.config.workouts
            ),
            emphasis=self.config.emphasis,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """A template that a user saves: a checked plan, and words to find it by."""

    id: UUID
    outline: Outline
    tags: Sequence[str]


def config_of(outline: Outline) -> TemplateConfig:
    """Return what is stored of a plan."""
    return TemplateConfig(
        duration_weeks=outline.weeks,
        days_per_week=len(outline.workouts),
        emphasis=outline.emphasis,
        workouts=tuple(
            TemplateWorkout(
                name=workout.name,
                day_of_week=workout.weekday,
                exercises=tuple(
                    TemplateExercise(
                        exercise_id=one.exercise_id,
                        target_sets=one.sets,
                        target_reps_min=one.rep_min,
                        target_reps_max=one.rep_max,
                        superset=one.superset,
                        notes=one.notes,
                    )
                    for one in workout.exercises
                ),
            )
            for workout in outline.workouts
        ),
    )


async def store_template(change: Change, own: OwnTemplate) -> None:
    """Add or replace a template of the user's own.

    Raises Conflict for more than 200, NotFound for an id that somebody else drew.
    """
    await change.tx.run(
        sql("template_save"),
        change.user_id,
        own.id,
        own.outline.name,
        own.outline.description,
        config_of(own.outline),
        list(own.tags),
        change.now,
    )
    count = await change.tx.value(sql("template_count"), change.user_id)
    if isinstance(count, int) and count > MOST_TEMPLATES:
        raise Conflict(
            f"an account has at most {MOST_TEMPLATES} templates of its own",
            remedy="Delete one first.",
        )


async def remove_template(change: Change, template_id: UUID) -> None:
    """Delete a template of the user's own, if it is there."""
    await change.tx.run(sql("template_delete"), change.user_id, template_id)


async def replace_in_templates(change: Change, exercise_id: int, by: int) -> None:
    """Let the user's own templates plan another exercise instead of one.

    A workout that has both keeps the other one only.
    """
    rows = await change.tx.rows(sql("templates_with"), change.user_id, exercise_id)
    for row in rows:
        config = msgspec.convert(row["config"], TemplateConfig)
        workouts = tuple(
            msgspec.structs.replace(
                workout, exercises=_replaced(workout.exercises, exercise_id, by)
            )
            for workout in config.workouts
        )
        await change.tx.run(
            sql("template_config_save"),
            change.user_id,
            row["id"],
            msgspec.structs.replace(config, workouts=workouts),
            change.now,
        )


async def find_template(tx: Transaction, template_id: UUID) -> Template | None:
    """Return a template that the user may use, or None."""
    row = await tx.row(sql("template_load"), tx.user_id, template_id)
    return None if row is None else _template(row)


async def load_template(tx: Transaction, template_id: UUID) -> Template:
    """Return a template that the user may use. Raises NotFound."""
    found = await find_template(tx, template_id)
    if found is None:
        raise NotFound("there is no such template", field="templateId")
    return found


async def list_templates(tx: Transaction) -> list[Template]:
    """Return the user's templates, then the built-in ones, by name."""
    rows = await tx.rows(sql("templates_list"), tx.user_id)
    return [_template(row) for row in rows]


def _template(row: Row) -> Template:
    return msgspec.convert(dict(row), Template)


def _replaced(
    exercises: Sequence[TemplateExercise], exercise_id: int, by: int
) -> tuple[TemplateExercise, ...]:
    has_both = any(one.exercise_id == by for one in exercises)
    return tuple(
        msgspec.structs.replace(one, exercise_id=by)
        if one.exercise_id == exercise_id
        else one
        for one in exercises
        if not (has_both and one.exercise_id == exercise_id)
    )
