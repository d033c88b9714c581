"""The exercises that a planner may choose from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.generator.profile import Profile
from metricgain.engine.landmarks import Experience
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.session_time import BARS

MOST_OF_MUSCLE: Final = 5
"""So many exercises of a muscle are weighed: more cost time and change little."""
MOST_OF_PATTERN: Final = 3
SKILL_OF: Final[Mapping[Experience, int]] = {
    Experience.BEGINNER: 1,
    Experience.INTERMEDIATE: 2,
    Experience.ADVANCED: 3,
}
NEVER_PLANNED: Final = frozenset({"conditioning", "carry"})
LIGHT_REPS: Final = 12
"""Whoever only trains lightly gets no exercise that is always done for fewer reps."""
_HEAVY_PATTERNS: Final = frozenset({"squat", "hinge", "deadlift"})
_LOADED_PATTERNS: Final = frozenset({"row", "lunge", "vertical_press"})
# Where two wishes rule out as much, the one that is named first is told.
_WISHES: Final = ("injuries", "banned", "experience", "health")
_POOR_TOOLS: Final = frozenset({"band", "other", "kettlebell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An exercise as a planner sees it; fields as in docs/catalogue.md.

    `is_familiar` says that the lifter has done it; `rank` counts the exercises of the
    same movement that are more usual.
    """

    exercise_id: int
    name: str
    group: MuscleGroup
    contributions: Mapping[Muscle, float]
    equipment: str
    pattern: str
    joints: frozenset[str] = frozenset()
    skill: int = 1
    rep_min: int = 8
    rep_max: int = 12
    is_compound: bool = False
    is_unilateral: bool = False
    traps_lifter: bool = False
    is_familiar: bool = False
    rank: int = 0

    @property
    def direct(self) -> tuple[Muscle, ...]:
        """The muscles that a set counts fully for."""
        return tuple(m for m in Muscle if self.contributions.get(m) == DIRECT)

    @property
    def main_muscle(self) -> Muscle:
        """The muscle that it is planned for: fully trained, in its group."""
        return next(
            (m for m in self.direct if GROUP_OF[m] is self.group), self.direct[0]
        )

    @property
    def is_barbell(self) -> bool:
        """Whether plates have to be put on a bar."""
        return self.equipment in BARS

    @property
    def axial(self) -> int:
        """How much it loads the spine: 2, 1 or 0."""
        return axial_of(self.pattern, self.equipment)


def axial_of(pattern: str, equipment: str) -> int:
    """Return how much an exercise loads the spine: 2, 1 or 0."""
    if pattern in _HEAVY_PATTERNS:
        return 2 if equipment in BARS else 1
    return 1 if pattern in _LOADED_PATTERNS and equipment in BARS else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What may be chosen, and how many exercises each wish has taken away."""

    options: tuple[Option, ...]
    without: Mapping[Muscle, str] = field(default_factory=dict)
    """The wish that left a muscle without any exercise."""


def usable(
    options: Iterable[Option],
    profile: Profile,
    *,
    wanted: frozenset[int] = frozenset(),
) -> Pool:
    """Return what a profile leaves of all exercises, the best few of each muscle.

    Of those that it leaves, `wanted` ones are there in any case.
    """
    everything = sorted(options, key=lambda one: one.exercise_id)
    left = _ranked(
        [one for one in everything if refusal(one, profile) is None], profile
    )
    return Pool(
        options=_best(left, profile, wanted),
        without={
            muscle: why_none((o for o in everything if muscle in o.direct), profile)
            for muscle in Muscle
            if not any(muscle in one.direct for one in left)
        },
    )


def refusal(option: Option, profile: Profile) -> str | None:
    """Return the wish of a profile that rules an exercise out, None if none does."""
    found: str | None = None
    if option.exercise_id in profile.banned:
        found = "banned"
    elif option.equipment not in profile.equipment:
        found = "equipment"
    elif option.joints & profile.injuries:
        found = "injuries"
    elif option.pattern in NEVER_PLANNED or not option.direct:
        found = "kind"
    elif option.exercise_id in profile.favourites:
        found = None
    elif option.skill > SKILL_OF[profile.experience]:
        found = "experience"
    elif profile.health.needs_light and (
        option.traps_lifter or option.rep_max < LIGHT_REPS
    ):
        found = "health"
    return found


def order_of(option: Option, profile: Profile) -> tuple[int, ...]:
    """Return what to sort exercises by, the ones to prefer first.

    Catalogue ids rise from the usual exercises of a pattern to the rare ones.
    """
    has_choice = len(profile.equipment) > len(_POOR_TOOLS) + 1
    return (
        0 if option.exercise_id in profile.favourites else 1,
        0 if option.is_familiar else 1,
        1 if has_choice and option.equipment in _POOR_TOOLS else 0,
        option.rank,
        option.exercise_id,
    )


def _ranked(options: Sequence[Option], profile: Profile) -> list[Option]:
    seen: Counter[str] = Counter()
    found = []
    for option in sorted(options, key=lambda one: order_of(one, profile)):
        found.append(replace(option, rank=seen[option.pattern]))
        seen[option.pattern] += 1
    return found


def _best(
    options: Sequence[Option], profile: Profile, wanted: frozenset[int]
) -> tuple[Option, ...]:
    by_muscle: dict[Muscle, list[Option]] = defaultdict(list)
    for option in sorted(options, key=lambda one: order_of(one, profile)):
        by_muscle[option.main_muscle].append(option)
    kept = {one.exercise_id: one for one in options if one.exercise_id in wanted}
    for muscle in Muscle:
        for option in _varied(by_muscle[muscle], profile):
            kept[option.exercise_id] = option
    # A muscle that is nobody's main muscle still needs what trains it.
    for muscle in Muscle:
        if not any(muscle in one.direct for one in kept.values()):
            for option in [one for one in options if muscle in one.direct][:1]:
                kept[option.exercise_id] = option
    return tuple(kept[each] for each in sorted(kept))


def _varied(ranked: Sequence[Option], profile: Profile) -> list[Option]:
    """Return the best exercises, of each movement and each equipment a few only."""
    taken: list[Option] = []
    for option in ranked:
        alike = [one for one in taken if one.pattern == option.pattern]
        is_favourite = option.exercise_id in profile.favourites
        same = any(one.equipment == option.equipment for one in alike)
        if is_favourite or (
            len(taken) < MOST_OF_MUSCLE and len(alike) < MOST_OF_PATTERN and not same
        ):
            taken.append(option)
    for option in ranked:
        if len(taken) >= MOST_OF_MUSCLE:
            break
        if option not in taken:
            taken.append(option)
    return taken


def why_none(options: Iterable[Option], profile: Profile) -> str:
    """Return the wish to change where a profile leaves none of some exercises.

    That is the equipment only where it has none of them; otherwise what rules out the
    most of those that it has.
    """
    plannable = [o for o in options if o.direct and o.pattern not in NEVER_PLANNED]
    there = [one for one in plannable if one.equipment in profile.equipment]
    if not there:
        return "equipment" if plannable else "kind"
    wishes = Counter(refusal(one, profile) for one in there)
    return max(_WISHES, key=lambda wish: wishes[wish])
