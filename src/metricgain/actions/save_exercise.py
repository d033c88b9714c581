"""Add an exercise of one's own, or change it."""

from dataclasses import replace
from typing import Final

from metricgain.catalogue.vocabulary import (
    EQUIPMENT,
    EXERCISE_TYPES,
    LOAD_KINDS,
    PATTERNS,
)
from metricgain.engine.contributions import ContributionError, check_contributions
from metricgain.kit.errors import Conflict, Invalid
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.exercises import OWNER_BITS, OwnExercise, own_state, store_own

MOST_REPS: Final = 100


async def save_exercise(change: Change, *, exercise: OwnExercise) -> None:
    """Write an exercise of the user's own; a retired one can be planned again.

    The id is `user << 22 | number` with a number that the device draws. A change older
    than the last one changes nothing. Raises Invalid, and Conflict for one that was
    deleted later.
    """
    own = replace(exercise, name=one_line(exercise.name, field="name"))
    _check_id(own, change.user_id)
    _check_words(own)
    _check_numbers(own)
    state = await own_state(change, own.id)
    if change.is_gone_by(state.deleted_at):
        raise Conflict(
            "this exercise was deleted", field="id", remedy="Add it with another id."
        )
    if not change.is_before(state.changed_at):
        await store_own(change, own)


def _check_id(own: OwnExercise, user_id: int) -> None:
    number = own.id & (2**OWNER_BITS - 1)
    if own.id >> OWNER_BITS != user_id or number == 0:
        raise Invalid(
            "the id is your user id times 4194304, plus a number from 1 to 4194303",
            field="id",
        )


def _check_words(own: OwnExercise) -> None:
    for field, word, known in (
        ("exerciseType", own.exercise_type, EXERCISE_TYPES),
        ("equipment", own.equipment, EQUIPMENT),
        ("movementPattern", own.movement_pattern, PATTERNS),
        ("loadKind", own.load_kind, LOAD_KINDS),
    ):
        if word not in known:
            raise Invalid(f"must be one of {', '.join(known)}", field=field)
    checked_note(own.description, field="description")


def _check_numbers(own: OwnExercise) -> None:
    if not 1 <= own.rep_min <= own.rep_max <= MOST_REPS:
        raise Invalid("a rep range rises within 1 to 100", field="repMin")
    try:
        check_contributions(own.muscles)
    except ContributionError as error:
        raise Invalid(str(error), field="muscles") from error
    is_external = own.load_kind == "external"
    if is_external and own.body_weight_factor != 0:
        raise Invalid("belongs to a body-weight load only", field="bodyWeightFactor")
    if not is_external and not 0 < own.body_weight_factor <= 1:
        raise Invalid("is above 0 and at most 1", field="bodyWeightFactor")
