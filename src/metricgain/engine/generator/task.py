"""What a planner is asked, and what it answers: the same for every planner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from metricgain.engine.generator.needs import Need
from metricgain.engine.generator.options import Option
from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import (
    ARRIVAL,
    FIRST_WARM_UP,
    SESSIONS_TO_KNOW_PACE,
    SET_UP,
    SET_UP_BARBELL,
    UNILATERAL,
    WARM_UP_PER_SKILL,
    WORK,
    Effort,
    OwnPace,
    effort_of,
    rest_seconds,
)

FEWEST_SETS: Final = 2
MOST_SETS: Final = 5
CAREFUL_SETS: Final = 3
CAREFUL_SETS_OF_MUSCLE: Final = 6
MOST_SETS_OF_MUSCLE: Final = 10
MOST_SETS_OF_DAY: Final = 25
MOST_EXERCISES: Final = 8
MOST_OF_PATTERN: Final = 2
MOST_AXIAL: Final = 4
MOST_DAYS_OF_EXERCISE: Final = 2
HARD_SETS: Final = 5
"""From so many sets of a muscle on, the next day is too early for as many again."""
DAYS_OF_WEEK: Final = 7
MINUTE: Final = 60

Place: TypeAlias = tuple[int, int]
"""An exercise on a day: its index among the options, and that of the day."""
Placed: TypeAlias = Mapping[Place, int]
"""The sets of every exercise that is planned, by where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One week to plan.

    `previous` is a plan to stay near to, exercise ids by weekday; `avoid` are the
    exercises of plans that shall not come again; `is_careful` asks for a novice's few
    sets. `rests` are seconds between sets, where they are not the usual ones. `seed`
    decides between plans that are equally good.
    """

    weekdays: tuple[int, ...]
    options: tuple[Option, ...]
    needs: Mapping[Muscle, Need]
    minutes: int
    is_careful: bool = False
    favourites: frozenset[int] = frozenset()
    previous: frozenset[tuple[int, int]] = frozenset()
    avoid: frozenset[int] = frozenset()
    own_pace: OwnPace | None = None
    rests: Mapping[Effort, int] = field(default_factory=dict)
    seed: int = 0
    muscles: tuple[Muscle, ...] = field(default=tuple(Muscle))

    @property
    def most_sets(self) -> int:
        return CAREFUL_SETS if self.is_careful else MOST_SETS

    @property
    def most_of_muscle(self) -> int:
        return CAREFUL_SETS_OF_MUSCLE if self.is_careful else MOST_SETS_OF_MUSCLE

    @property
    def seconds(self) -> int:
        """The time for the exercises of a day: without arriving and leaving."""
        arrival = 0 if self._paced else ARRIVAL
        return self.minutes * MINUTE - arrival

    @property
    def adjacent(self) -> tuple[tuple[int, int], ...]:
        """Pairs of day indexes that lie 24 hours apart, Sunday and Monday too."""
        days = range(len(self.weekdays))
        return tuple(
            (a, b)
            for a in days
            for b in days
            if (self.weekdays[b] - self.weekdays[a]) % DAYS_OF_WEEK == 1
        )

    @property
    def _paced(self) -> bool:
        pace = self.own_pace
        return pace is not None and pace.sessions >= SESSIONS_TO_KNOW_PACE

    def seconds_of(self, option: Option) -> tuple[int, int]:
        """Return what an exercise takes: once, and for every set, rest included.

        It counts as the first of its muscle, so a day is never longer than this says.
        """
        if self.own_pace is not None and self._paced:
            return 0, -(-int(self.own_pace.seconds_per_set * 100) // 100)
        effort = effort_of(option.equipment, is_compound=option.is_compound)
        rest = rest_seconds(effort, self.rests)
        work = WORK * (UNILATERAL if option.is_unilateral else 1)
        set_up = SET_UP_BARBELL if option.is_barbell else SET_UP
        warm_up = FIRST_WARM_UP + WARM_UP_PER_SKILL * (option.skill - 1)
        return set_up + warm_up - rest, round(work) + rest


Planner: TypeAlias = Callable[[Task], Placed]
"""Places exercises in a week; what it answers keeps every limit of docs/engine."""
