"""Profiles and exercises for tests of the generator."""

from functools import cache

from hypothesis import strategies as st

from metricgain.catalogue.reader import exercises
from metricgain.engine.generator.draft import Ground
from metricgain.engine.generator.options import Option
from metricgain.engine.generator.profile import Goal, Joint, Place, Profile
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle, MuscleGroup


@cache
def catalogue() -> tuple[Option, ...]:
    """Return every exercise of the catalogue as a planner sees it."""
    return tuple(
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
    )


GROUND = Ground(options=catalogue())

SIX = (
    Muscle.CHEST, Muscle.LATS, Muscle.QUADS, Muscle.SIDE_DELT, Muscle.BICEPS,
    Muscle.TRICEPS,
)  # fmt: skip

PROFILES = st.builds(
    Profile,
    goal=st.sampled_from(Goal),
    experience=st.sampled_from(Experience),
    weekdays=st.sets(st.integers(0, 6), min_size=2, max_size=6).map(
        lambda days: tuple(sorted(days))
    ),
    session_minutes=st.sampled_from((20, 30, 45, 60, 75, 90, 120)),
    place=st.sampled_from([each for each in Place if each is not Place.OWN]),
    emphasis=st.dictionaries(
        st.sampled_from(Muscle), st.sampled_from(Emphasis), max_size=5
    ),
    injuries=st.frozensets(st.sampled_from(Joint), max_size=2),
)
