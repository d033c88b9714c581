"""Makes a week of workouts for a profile, by whichever planner there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from metricgain.engine.generator.arrange import ArrangedDay, arrange
from metricgain.engine.generator.cost import cost
from metricgain.engine.generator.greedy import plan_greedily
from metricgain.engine.generator.needs import emphasis_of, needs_of
from metricgain.engine.generator.options import Option, Pool, usable, why_none
from metricgain.engine.generator.profile import Profile, ProfileError, check_profile
from metricgain.engine.generator.task import Planner, Task
from metricgain.engine.generator.unmet import Unmet, unmet
from metricgain.engine.landmarks import Emphasis, Experience, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import OutlineWorkout
from metricgain.engine.session_time import Effort, OwnPace

GENERATOR_VERSION: Final = "2"
"""Changes whenever the same profile may get another plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a plan is made from besides the wishes.

    `options` are all exercises that the lifter may do; `landmarks` the lifter's own;
    `rests` are seconds between sets where they are chosen. `is_careful` holds after
    four weeks off (novices are careful anyway).
    """

    options: Sequence[Option]
    landmarks: Mapping[Muscle, Landmark] = field(default_factory=dict)
    own_pace: OwnPace | None = None
    rests: Mapping[Effort, int] = field(default_factory=dict)
    is_careful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Other plans that this one shall be like, or shall not be like.

    `previous` are its exercises by weekday, to keep what can be kept; `avoid` the
    exercises of plans that were not liked.
    """

    previous: frozenset[tuple[int, int]] = frozenset()
    avoid: frozenset[int] = frozenset()
    seed: int = 0


_NO_EQUIPMENT: Final = ("place", "nothing can be trained with this equipment")
_NOTHING_LEFT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "equipment": _NO_EQUIPMENT,
        "kind": _NO_EQUIPMENT,
        "banned": ("banned", "every exercise that could be planned is ruled out"),
        "injuries": ("injuries", "every exercise loads a joint that hurts"),
        "health": ("health", "no light exercise is left to plan"),
        "experience": ("experience", "every exercise asks for more experience"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A planned week: its workouts in order, and what it does not meet.

    `points` are what is wrong with it (docs/engine/generator.md); fewer are better.
    `emphasis` holds the muscles that are not just to grow.
    """

    days: tuple[ArrangedDay, ...]
    emphasis: Mapping[Muscle, Emphasis]
    unmet: tuple[Unmet, ...]
    points: int

    @property
    def workouts(self) -> tuple[OutlineWorkout, ...]:
        return tuple(day.workout for day in self.days)


def make_draft(
    profile: Profile,
    ground: Ground,
    *,
    near: Near | None = None,
    planner: Planner = plan_greedily,
    wanted: frozenset[int] = frozenset(),
) -> Draft:
    """Return a week for a profile; the same input has the same answer.

    `wanted` are exercises that the planner shall be able to choose, if they may be
    planned at all. Raises ProfileError for a profile that no plan can be made for,
    naming the wish.
    """
    check_profile(profile)
    pool = usable(ground.options, profile, wanted=wanted)
    if not pool.options:
        raise _nothing_left(ground, profile)
    task = task_of(profile, ground, pool=pool, near=near or Near())
    placed = planner(task)
    if not placed:
        raise ProfileError("sessionMinutes", "no exercise fits into so little time")
    return Draft(
        days=arrange(task, placed, profile),
        emphasis={
            muscle: emphasis
            for muscle in Muscle
            if (emphasis := emphasis_of(profile, muscle)) is not Emphasis.GROW
        },
        unmet=unmet(task, placed, pool=pool, profile=profile, options=ground.options),
        points=cost(task, placed),
    )


def task_of(profile: Profile, ground: Ground, *, pool: Pool, near: Near) -> Task:
    """Return what a planner is asked for a profile."""
    return Task(
        weekdays=profile.weekdays,
        options=pool.options,
        needs=needs_of(profile, ground.landmarks),
        minutes=profile.session_minutes,
        is_careful=ground.is_careful or profile.experience is Experience.BEGINNER,
        favourites=profile.favourites,
        previous=near.previous,
        avoid=near.avoid,
        own_pace=ground.own_pace,
        rests=ground.rests,
        seed=near.seed,
    )


def _nothing_left(ground: Ground, profile: Profile) -> ProfileError:
    return ProfileError(*_NOTHING_LEFT[why_none(ground.options, profile)])
