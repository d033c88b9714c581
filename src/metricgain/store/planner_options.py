"""Every exercise that a planner may choose from, and what a plan is made on."""

from datetime import date

from metricgain.engine.generator.draft import Ground
from metricgain.engine.generator.options import Option
from metricgain.store.alternatives import load_all
from metricgain.store.database import Transaction
from metricgain.store.exercises import ExerciseRow
from metricgain.store.lifter import Lifter
from metricgain.store.planning import aims_of, last_trained_on
from metricgain.store.session_minutes import load_pace


async def load_ground(tx: Transaction, lifter: Lifter, *, on: date) -> Ground:
    """Return what a plan that starts on a day is made on, by four statements."""
    found, familiar = await load_all(tx)
    aims = aims_of(lifter, {}, on=on, last_trained=await last_trained_on(tx))
    return Ground(
        options=[
            _option(one, is_familiar=one.id in familiar)
            for one in found
            if not one.is_timed
        ],
        landmarks=lifter.landmarks,
        own_pace=await load_pace(tx),
        rests=lifter.rests,
        is_careful=aims.careful_start,
    )


def _option(one: ExerciseRow, *, is_familiar: bool) -> Option:
    return Option(
        exercise_id=one.id,
        name=one.name,
        group=one.muscle_group,
        contributions=one.muscles,
        equipment=one.equipment,
        pattern=one.movement_pattern,
        joints=frozenset(one.joints),
        skill=one.skill_level,
        rep_min=one.rep_min,
        rep_max=one.rep_max,
        is_compound=one.is_compound,
        is_unilateral=one.unilateral,
        traps_lifter=one.traps_lifter,
        is_familiar=is_familiar,
    )
