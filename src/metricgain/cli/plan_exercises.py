"""The catalogue as plans from a terminal see it: no account, no database."""

from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import exercises
from metricgain.engine.generator.options import Option
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.importers.plan_file import KnownExercises


def known_exercises() -> KnownExercises:
    """Return the names of the catalogue, other names included."""
    found = exercises()
    ids = {normalise(alias): one.id for one in found for alias in one.aliases}
    ids.update((normalise(one.name), one.id) for one in found)
    return KnownExercises(names={one.id: one.name for one in found}, ids=ids)


def catalogue_options() -> list[Option]:
    """Return the catalogue's exercises as a planner sees them."""
    return [
        Option(
            exercise_id=one.id,
            name=one.name,
            group=MuscleGroup(one.muscle_group),
            contributions={Muscle(m): float(share) for m, share in one.muscles.items()},
            equipment=one.equipment,
            pattern=one.movement_pattern,
            joints=frozenset(one.joints),
            skill=one.skill_level,
            rep_min=one.rep_min,
            rep_max=one.rep_max,
            is_compound=one.is_compound,
            is_unilateral=one.unilateral,
            traps_lifter=one.traps_lifter,
        )
        for one in exercises()
        if not one.is_timed
    ]
