"""How many sets each muscle shall start with and rise to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from metricgain.engine.generator.profile import Goal, Profile
from metricgain.engine.landmarks import (
    Emphasis,
    Landmark,
    landmark_for,
    mrv,
    weekly_goal,
    weekly_start,
)
from metricgain.engine.muscles import Muscle

USUAL_SESSIONS: Final = 2
EMPHASIZED_START: Final = 4
"""A muscle that needs no direct sets gets these first ones when it is emphasised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Direct sets per week of one muscle.

    `start` is for the first week, `goal` for the last hard one, `maintenance` keeps
    its size; `once` and `twice` are the most at one and at two sessions a week.
    """

    muscle: Muscle
    emphasis: Emphasis
    start: int
    goal: int
    maintenance: int
    once: int
    twice: int


def needs_of(
    profile: Profile, landmarks: Mapping[Muscle, Landmark]
) -> Mapping[Muscle, Need]:
    """Return what every muscle needs; `landmarks` are the lifter's own."""
    return {muscle: _need(muscle, profile, landmarks) for muscle in Muscle}


def emphasis_of(profile: Profile, muscle: Muscle) -> Emphasis:
    """Return what a muscle is trained for, given the goal.

    Whoever maintains lets nothing grow that is not named; who loses fat while they
    build pushes no muscle to its limit.
    """
    wished = profile.emphasis.get(muscle)
    if profile.goal is Goal.MAINTENANCE:
        return wished or Emphasis.MAINTAIN
    if profile.goal is Goal.RECOMPOSITION and wished is Emphasis.EMPHASIZE:
        return Emphasis.GROW
    return wished or Emphasis.GROW


def _need(
    muscle: Muscle, profile: Profile, landmarks: Mapping[Muscle, Landmark]
) -> Need:
    landmark = landmark_for(
        muscle, experience=profile.experience, override=landmarks.get(muscle)
    )
    emphasis = emphasis_of(profile, muscle)
    twice = mrv(landmark, muscle=muscle, sessions_per_week=USUAL_SESSIONS)
    start = weekly_start(
        landmark, muscle=muscle, emphasis=emphasis, sessions_per_week=USUAL_SESSIONS
    )
    if profile.emphasis.get(muscle) is Emphasis.EMPHASIZE:
        start = max(start, min(landmark.target, EMPHASIZED_START))
    return Need(
        muscle=muscle,
        emphasis=emphasis,
        start=start,
        goal=weekly_goal(
            landmark,
            muscle=muscle,
            emphasis=emphasis,
            sessions_per_week=USUAL_SESSIONS,
        ),
        maintenance=min(landmark.maintenance, start),
        once=mrv(landmark, muscle=muscle, sessions_per_week=1),
        twice=twice,
    )
