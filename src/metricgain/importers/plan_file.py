"""Plans as files: a week of workouts to keep, to check and to pass on.

docs/plan-format.md describes the form; plan.schema.json beside this file is its JSON
Schema, which follows from the types here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, TypeVar

import msgspec
from msgspec import Meta

from metricgain.catalogue.names import normalise
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline, OutlineExercise, OutlineWorkout
from metricgain.kit.errors import Invalid

FORMAT: Final = "metricgain-plan"
VERSION: Final = 1
LARGEST: Final = 1_000_000

_File = TypeVar("_File")


class PlanFileExercise(
    msgspec.Struct,
    kw_only=True,
    rename="camel",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """An exercise: sets of the first week, and a range of reps.

    `exerciseId` names an exercise of the catalogue; without it, `name` is looked up.
    """

    name: Annotated[str, Meta(min_length=1, max_length=255)]
    sets: Annotated[int, Meta(ge=1, le=15)]
    rep_min: Annotated[int, Meta(ge=1, le=30)]
    rep_max: Annotated[int, Meta(ge=1, le=30)]
    exercise_id: Annotated[int, Meta(ge=1, le=2**63 - 1)] | None = None
    superset: Annotated[int, Meta(ge=1, le=20)] | None = None
    notes: Annotated[str, Meta(max_length=20_000)] | None = None


class PlanFileWorkout(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A workout that comes once in every week; `weekday` from 0 for Monday."""

    name: Annotated[str, Meta(min_length=1, max_length=255)]
    weekday: Annotated[int, Meta(ge=0, le=6)]
    exercises: Annotated[list[PlanFileExercise], Meta(min_length=1, max_length=20)]


class PlanFile(
    msgspec.Struct,
    kw_only=True,
    rename="camel",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """A plan of some weeks, the last of them a deload."""

    format: Literal["metricgain-plan"]
    version: Literal[1]
    name: Annotated[str, Meta(min_length=1, max_length=255)]
    duration_weeks: Annotated[int, Meta(ge=3, le=7)]
    workouts: Annotated[list[PlanFileWorkout], Meta(min_length=1, max_length=7)]
    description: Annotated[str, Meta(max_length=20_000)] | None = None
    emphasis: dict[Muscle, Emphasis] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownExercises:
    """The exercises that a plan may name: by id, and by every name, normalised."""

    names: Mapping[int, str]
    ids: Mapping[str, int]


def read_plan_file(content: bytes) -> PlanFile:
    """Return the plan of a file. Raises Invalid, naming what is wrong and where."""
    return read_as(PlanFile, content)


def read_as(form: type[_File], content: bytes) -> _File:
    """Return a file of a form. Raises Invalid, naming what is wrong and where."""
    if len(content) > LARGEST:
        raise Invalid("a plan has at most 1 MB", field="plan")
    try:
        return msgspec.json.decode(content, type=form)
    except msgspec.ValidationError as error:
        rule, _, place = str(error).partition(" - at `$")
        raise Invalid(rule, field=place.rstrip("`").lstrip(".") or "plan") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid("a plan is one JSON object in UTF-8", field="plan") from error


def outline_of_file(plan: PlanFile, known: KnownExercises, *, start: date) -> Outline:
    """Return the plan as a block can be started from it.

    An exercise whose id and name do not fit together is taken by its name: ids of
    exercises of one's own mean something else to somebody else. Raises Invalid for one
    that nobody knows.
    """
    return Outline(
        name=plan.name,
        description=plan.description,
        start_date=start,
        weeks=plan.duration_weeks,
        emphasis=plan.emphasis,
        workouts=workouts_of_file(plan.workouts, known, place="workouts"),
    )


def workouts_of_file(
    workouts: Sequence[PlanFileWorkout], known: KnownExercises, *, place: str
) -> tuple[OutlineWorkout, ...]:
    """Return workouts of a file with exercises that are known.

    `place` is where they stand in it. Raises Invalid for an exercise that nobody knows.
    """
    return tuple(
        OutlineWorkout(
            name=workout.name,
            weekday=workout.weekday,
            exercises=tuple(
                OutlineExercise(
                    exercise_id=_id_of(
                        one, known, place=f"{place}[{w}].exercises[{e}].name"
                    ),
                    sets=one.sets,
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                    superset=one.superset,
                    notes=one.notes,
                )
                for e, one in enumerate(workout.exercises)
            ),
        )
        for w, workout in enumerate(workouts)
    )


def file_of_outline(outline: Outline, names: Mapping[int, str]) -> PlanFile:
    """Return a plan as a file has it; `names` are those of its exercises, by id."""
    return PlanFile(
        format=FORMAT,
        version=VERSION,
        name=outline.name,
        description=outline.description,
        duration_weeks=outline.weeks,
        emphasis=dict(outline.emphasis),
        workouts=workouts_to_file(outline.workouts, names),
    )


def workouts_to_file(
    workouts: Sequence[OutlineWorkout], names: Mapping[int, str]
) -> list[PlanFileWorkout]:
    """Return workouts as a file has them; `names` are those of exercises, by id."""
    return [
        PlanFileWorkout(
            name=workout.name,
            weekday=workout.weekday,
            exercises=[
                PlanFileExercise(
                    exercise_id=one.exercise_id,
                    name=names[one.exercise_id],
                    sets=one.sets,
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                    superset=one.superset,
                    notes=one.notes,
                )
                for one in workout.exercises
            ],
        )
        for workout in workouts
    ]


def _id_of(one: PlanFileExercise, known: KnownExercises, *, place: str) -> int:
    key = normalise(one.name)
    if one.exercise_id is not None and known.names.get(one.exercise_id) == one.name:
        return one.exercise_id
    if key in known.ids:
        return known.ids[key]
    raise Invalid(f"nobody knows the exercise {one.name!r}", field=place)
