"""Templates that a block can be started from."""

from uuid import UUID

import msgspec

from metricgain.engine.outline import Outline, OutlineExercise, OutlineWorkout
from metricgain.kit.errors import NotFound
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.starting import FIRST_DAY


class TemplateExercise(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of a template, with its sets in the first week."""

    exercise_id: int
    target_sets: int
    target_reps_min: int
    target_reps_max: int


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


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A plan of some weeks that a block can be started from."""

    id: UUID
    name: str
    description: str | None
    tags: tuple[str, ...]
    is_system: bool
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
                        )
                        for one in workout.exercises
                    ),
                )
                for workout in self.config.workouts
            ),
        )


async def load_template(tx: Transaction, template_id: UUID) -> Template:
    """Return a template that the user may use. Raises NotFound."""
    row = await tx.row(sql("template_load"), tx.user_id, template_id)
    if row is None:
        raise NotFound("there is no such template", field="templateId")
    return _template(row)


async def list_templates(tx: Transaction) -> list[Template]:
    """Return the user's templates, then the built-in ones, by name."""
    rows = await tx.rows(sql("templates_list"), tx.user_id)
    return [_template(row) for row in rows]


def _template(row: Row) -> Template:
    return msgspec.convert(dict(row), Template)
