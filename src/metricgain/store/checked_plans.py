"""Plans that are kept to start from later, held to the rules of those that start."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from metricgain.engine.outline import Outline, OutlineExercise
from metricgain.kit.errors import Invalid
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.planning import (
    check_outline,
    findings_of,
    load_planned_lifts,
    refuse_errors,
    refuse_retired,
)

MOST_TAGS = 20
LONGEST_TAG = 40


async def checked_plan(tx: Transaction, outline: Outline) -> Outline:
    """Return a plan with its names as they are kept, by two statements.

    Raises Invalid for what breaks a volume rule, NotFound for an unknown exercise.
    """
    named = replace(
        outline,
        name=one_line(outline.name, field="name"),
        description=checked_note(outline.description, field="description"),
        workouts=tuple(
            replace(
                workout,
                name=one_line(workout.name, field="workouts.name"),
                exercises=tuple(_noted(one) for one in workout.exercises),
            )
            for workout in outline.workouts
        ),
    )
    check_outline(named)
    lifter = await load_lifter(tx)
    wanted = [one.exercise_id for w in named.workouts for one in w.exercises]
    lifts = await load_planned_lifts(tx, wanted, lifter)
    refuse_retired(wanted, lifts)
    refuse_errors(findings_of(named.workouts, lifts, lifter))
    return named


def checked_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Return words to find a template by, each once. Raises Invalid."""
    if len(tags) > MOST_TAGS:
        raise Invalid(f"a template has at most {MOST_TAGS}", field="tags")
    found: Mapping[str, None] = dict.fromkeys(
        one_line(tag, field="tags", longest=LONGEST_TAG) for tag in tags
    )
    return tuple(found)


def _noted(one: OutlineExercise) -> OutlineExercise:
    return replace(one, notes=checked_note(one.notes, field="notes"))
