"""How many weekly sets a muscle needs, grows on, and can recover from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from metricgain.engine.muscles import Muscle, MuscleGroup, Trained, muscles_of

LANDMARK_SET: Final = "2026-1"
"""The version of the default numbers, stored with every block that uses them."""


class Experience(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Emphasis(StrEnum):
    MAINTAIN = "maintain"
    GROW = "grow"
    EMPHASIZE = "emphasize"


class LandmarkOrderError(ValueError):
    """Landmarks must rise: 0 <= maintenance <= mev <= target <= mrv_at_2."""


class SessionsPerWeekError(ValueError):
    """sessions_per_week must be at least 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """Direct working sets per week of one muscle.

    `maintenance` keeps its size, `mev` is where a block starts, `target` where
    its last hard week ends, `mrv_at_2` is the most that can be recovered from
    in two sessions a week. Raises LandmarkOrderError unless they rise.
    """

    maintenance: int
    mev: int
    target: int
    mrv_at_2: int

    def __post_init__(self) -> None:
        rising = 0 <= self.maintenance <= self.mev <= self.target <= self.mrv_at_2
        if not rising:
            raise LandmarkOrderError(
                "landmarks must rise: 0 <= maintenance <= mev <= target <= mrv_at_2,"
                f" not {self.maintenance}, {self.mev}, {self.target}, {self.mrv_at_2}"
            )


def _row(maintenance: int, mev: int, target: int, mrv_at_2: int) -> Landmark:
    return Landmark(maintenance=maintenance, mev=mev, target=target, mrv_at_2=mrv_at_2)


LANDMARKS: Final[Mapping[Muscle, Landmark]] = MappingProxyType(
    {
        Muscle.CHEST: _row(4, 6, 14, 20),
        Muscle.LATS: _row(3, 5, 9, 14),
        Muscle.UPPER_BACK: _row(3, 5, 9, 14),
        Muscle.LOWER_BACK: _row(0, 0, 4, 8),
        Muscle.TRAPS: _row(0, 0, 6, 16),
        Muscle.QUADS: _row(4, 6, 12, 18),
        Muscle.HAMSTRINGS: _row(2, 4, 8, 12),
        Muscle.GLUTES: _row(0, 2, 8, 16),
        Muscle.ADDUCTORS: _row(0, 0, 4, 10),
        Muscle.FRONT_DELT: _row(0, 0, 4, 12),
        Muscle.SIDE_DELT: _row(4, 6, 14, 25),
        Muscle.REAR_DELT: _row(0, 4, 8, 18),
        Muscle.BICEPS: _row(4, 6, 12, 20),
        Muscle.FOREARMS: _row(0, 0, 4, 15),
        Muscle.TRICEPS: _row(4, 5, 10, 16),
        Muscle.CALVES: _row(4, 6, 12, 16),
        Muscle.ABS: _row(0, 2, 8, 20),
    }
)
"""Default landmarks of an intermediate lifter (docs/engine/landmarks.md)."""

BACK_COUNTED_ONCE: Final = _row(6, 8, 16, 20)

_EXPERIENCE_PERCENT: Final = {
    Experience.BEGINNER: 60,
    Experience.INTERMEDIATE: 100,
    Experience.ADVANCED: 110,
}
_SESSIONS_PERCENT: Final = {1: 60, 2: 100, 3: 120, 4: 140, 5: 155}
_FLAT_ABOVE_3: Final = frozenset({Muscle.HAMSTRINGS, Muscle.FOREARMS, Muscle.ABS})


def landmark_for(
    muscle: Muscle, *, experience: Experience, override: Landmark | None = None
) -> Landmark:
    """Return the landmarks of one lifter's muscle, in direct sets per week.

    The lifter's own numbers are taken as they are; only the defaults are
    scaled by experience.
    """
    return override or _scaled(LANDMARKS[muscle], experience)


def group_landmark(
    group: MuscleGroup,
    *,
    experience: Experience,
    overrides: Mapping[Muscle, Landmark] | None = None,
) -> Landmark:
    """Return the total of a muscle group, in sets per week.

    Totals are sums, except that the back counts a row or a pulldown once; its
    total is then never below that of one of its muscles.
    """
    own = overrides or {}
    members = [
        landmark_for(muscle, experience=experience, override=own.get(muscle))
        for muscle in muscles_of(group)
    ]
    if group is MuscleGroup.BACK:
        return _largest([_scaled(BACK_COUNTED_ONCE, experience), *members])
    return _row(
        sum(member.maintenance for member in members),
        sum(member.mev for member in members),
        sum(member.target for member in members),
        sum(member.mrv_at_2 for member in members),
    )


def mrv(landmark: Landmark, *, muscle: Trained, sessions_per_week: int) -> int:
    """Return the most direct sets per week at that many sessions of the muscle.

    Halves round up. Raises SessionsPerWeekError below one session.
    """
    if sessions_per_week < 1:
        raise SessionsPerWeekError(
            f"sessions_per_week must be at least 1, not {sessions_per_week}"
        )
    most = 3 if muscle in _FLAT_ABOVE_3 else 5
    percent = _SESSIONS_PERCENT[min(sessions_per_week, most)]
    return _percent_of(landmark.mrv_at_2, percent)


def weekly_start(
    landmark: Landmark, *, muscle: Muscle, emphasis: Emphasis, sessions_per_week: int
) -> int:
    """Return the direct sets of a block's first week: MV to maintain, else MEV."""
    most = mrv(landmark, muscle=muscle, sessions_per_week=sessions_per_week)
    if emphasis is Emphasis.MAINTAIN:
        return min(landmark.maintenance, most)
    return min(landmark.mev, most)


def weekly_goal(
    landmark: Landmark, *, muscle: Muscle, emphasis: Emphasis, sessions_per_week: int
) -> int:
    """Return the direct sets of the last hard week: MV, target or MRV(f)."""
    most = mrv(landmark, muscle=muscle, sessions_per_week=sessions_per_week)
    match emphasis:
        case Emphasis.MAINTAIN:
            return min(landmark.maintenance, most)
        case Emphasis.GROW:
            return min(landmark.target, most)
        case Emphasis.EMPHASIZE:
            return most


def _scaled(landmark: Landmark, experience: Experience) -> Landmark:
    percent = _EXPERIENCE_PERCENT[experience]
    mev = _percent_of(landmark.mev, percent)
    return _row(
        # Maintenance is not scaled, but nobody maintains on more than MEV.
        min(landmark.maintenance, mev),
        mev,
        _percent_of(landmark.target, percent),
        _percent_of(landmark.mrv_at_2, percent),
    )


def _percent_of(sets: int, percent: int) -> int:
    """Return percent of sets, halves rounded up, without binary fractions."""
    return (2 * sets * percent + 100) // 200


def _largest(landmarks: list[Landmark]) -> Landmark:
    return _row(
        max(landmark.maintenance for landmark in landmarks),
        max(landmark.mev for landmark in landmarks),
        max(landmark.target for landmark in landmarks),
        max(landmark.mrv_at_2 for landmark in landmarks),
    )
