"""Lifters that never were, and what each of them does in every week.

Frequencies follow requirement 2: 9,000 sets per lifter and year on average, between
about 4,500 and 13,000. Loads rise, blocks of six weeks end with a deload, some
workouts are missed, some answers left out. The same seed always makes the same rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random  # noqa: TID251 - every lifter is drawn from a given seed
from typing import Final
from uuid import UUID

from metricgain.catalogue.reader import CatalogueExercise, exercises
from metricgain.engine.muscles import GROUP_OF, Muscle
from metricgain.kit.ids import uuid7_from

BLOCK_WEEKS: Final = 6
RIR: Final = (3, 2, 2, 1, 0, 5)
_ATTENDED: Final = 0.93
_ID_BITS: Final = 74
_PUSH: Final = ("chest", "shoulders", "delts", "tris", "chest", "delts", "tris", "abs")
_PULL: Final = ("back", "back", "bis", "back", "delts", "bis", "abs", "back")
_LEGS: Final = ("legs", "legs", "legs", "calfs", "legs", "abs", "calfs", "legs")
_UPPER: Final = ("chest", "back", "shoulders", "back", "bis", "tris", "delts", "chest")
_SPLITS: Final = {
    3: ((_UPPER, 0), (_LEGS, 2), (_UPPER, 4)),
    4: ((_UPPER, 0), (_LEGS, 1), (_UPPER, 3), (_LEGS, 4)),
    5: ((_PUSH, 0), (_PULL, 1), (_LEGS, 2), (_UPPER, 4), (_LEGS, 5)),
    6: ((_PUSH, 0), (_PULL, 1), (_LEGS, 2), (_PUSH, 3), (_PULL, 4), (_LEGS, 5)),
}
_NAMES: Final[dict[tuple[str, ...], str]] = {
    _PUSH: "Push",
    _PULL: "Pull",
    _LEGS: "Legs",
    _UPPER: "Upper",
}
_FREQUENCIES: Final = (3, 4, 4, 5, 5, 5, 6, 6, 6, 6)
_SETS_A_SESSION: Final = {3: 35, 4: 37, 5: 39, 6: 43}
_HIGH_SETS: Final = 8
_IN_POUNDS: Final = (0, 1, 2)
_SKILL: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One exercise of a day: its load in the first week and the gain a week, in kg."""

    exercise: CatalogueExercise
    sets: int
    warm_ups: int
    start_kg: float
    gain_kg: float
    step_kg: float
    reps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One workout of a lifter's week."""

    name: str
    weekday: int
    slots: tuple[Slot, ...]

    @property
    def muscles(self) -> list[Muscle]:
        """The muscles that it trains directly, in a fixed order."""
        found = {
            Muscle(name)
            for slot in self.slots
            for name, share in slot.exercise.muscles.items()
            if share == 1
        }
        return sorted(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A planned workout of a block; `begins` is None if it was missed."""

    id: UUID
    day: Day
    workout_id: UUID
    microcycle_id: UUID
    week: int
    position: int
    on: date
    begins: datetime | None

    @property
    def is_deload(self) -> bool:
        return self.week == BLOCK_WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Six weeks of a lifter, the last one easy."""

    id: UUID
    first_day: date
    days: tuple[tuple[UUID, Day], ...]
    microcycles: tuple[UUID, ...]
    sessions: tuple[Session, ...]


@dataclass(slots=True)
class Lifter:
    """One lifter: fixed traits, and a generator of its own for what varies."""

    user_id: int
    chance: Random
    days: tuple[Day, ...]
    phase: int
    in_pounds: bool
    answers_in_100: int
    body_weight_kg: float
    revision: int = 0
    block: Block | None = field(default=None)

    def next_revision(self) -> int:
        """Count one more change."""
        self.revision += 1
        return self.revision

    def week_of_block(self, number: int) -> int:
        """Return where week `number` of the history lies in its block, from 1."""
        return (number + self.phase) % BLOCK_WEEKS + 1

    def uuid(self, day: date) -> UUID:
        """Draw an id that was made at noon of a day."""
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        milliseconds = int(noon.timestamp()) * 1000 + self.chance.randrange(1000)
        return uuid7_from(milliseconds, self.chance.getrandbits(_ID_BITS))


def lifters(users: int, *, seed: int) -> Iterator[Lifter]:
    """Draw the people of a gym; user ids count from 1."""
    for user_id in range(1, users + 1):
        # Repeatable, not secret.
        chance = Random(f"{seed}/{user_id}")  # noqa: S311
        frequency = _FREQUENCIES[(user_id * 7) % len(_FREQUENCIES)]
        strength = 0.6 + 0.8 * chance.random()
        sets = round(_SETS_A_SESSION[frequency] * (0.85 + 0.3 * chance.random()))
        yield Lifter(
            user_id=user_id,
            chance=chance,
            days=tuple(
                _day(chance, groups, weekday=weekday, sets=sets, strength=strength)
                for groups, weekday in _SPLITS[frequency]
            ),
            phase=chance.randrange(BLOCK_WEEKS),
            in_pounds=chance.randrange(10) in _IN_POUNDS,
            answers_in_100=70 + chance.randrange(30),
            body_weight_kg=55 + round(50 * chance.random(), 1),
        )


def plan_block(lifter: Lifter, number: int, monday: date, until: date) -> Block:
    """Plan the block that week `number` of the history lies in.

    Workouts before that week and some others are missed; those after `until` are to
    come.
    """
    chance = lifter.chance
    first = monday - timedelta(weeks=lifter.week_of_block(number) - 1)
    made = max(first, monday)
    days = tuple((lifter.uuid(made), day) for day in lifter.days)
    microcycles = tuple(lifter.uuid(made) for _ in range(BLOCK_WEEKS))
    sessions = []
    for week in range(1, BLOCK_WEEKS + 1):
        for position, (workout_id, day) in enumerate(days, start=1):
            on = first + timedelta(weeks=week - 1, days=day.weekday)
            attended = monday <= on <= until and chance.random() < _ATTENDED
            minute = chance.randrange(6 * 60, 20 * 60)
            begins = datetime.combine(on, time(), tzinfo=UTC)
            sessions.append(
                Session(
                    id=lifter.uuid(made),
                    day=day,
                    workout_id=workout_id,
                    microcycle_id=microcycles[week - 1],
                    week=week,
                    position=position,
                    on=on,
                    begins=begins + timedelta(minutes=minute) if attended else None,
                )
            )
    return Block(
        id=lifter.uuid(made),
        first_day=first,
        days=days,
        microcycles=microcycles,
        sessions=tuple(sessions),
    )


def group_of(muscle: Muscle) -> str:
    """Return the muscle group that a muscle belongs to."""
    return GROUP_OF[muscle]


@cache
def _pool(group: str) -> Sequence[CatalogueExercise]:
    """Return what people commonly do for a group: the first of the catalogue."""
    return [
        each
        for each in exercises()
        if each.muscle_group == group and each.skill_level <= _SKILL
    ][:24]


def _day(
    chance: Random,
    groups: Sequence[str],
    *,
    weekday: int,
    sets: int,
    strength: float,
) -> Day:
    slots: dict[int, Slot] = {}
    left = sets
    for group in groups:
        pool = _pool(group)
        # Most people do the best known exercises: the earlier the likelier.
        each = pool[int(len(pool) * chance.random() ** 2)]
        if left <= 0 or each.id in slots:
            continue
        working = min(left, chance.randrange(3, _HIGH_SETS))
        warm_ups = 2 if each.is_compound and not slots else 0
        left -= working + warm_ups
        slots[each.id] = _slot(chance, each, sets=working, warm_ups=warm_ups,
                               strength=strength)  # fmt: skip
    return Day(name=_NAMES[tuple(groups)], weekday=weekday, slots=tuple(slots.values()))


def _slot(
    chance: Random,
    each: CatalogueExercise,
    *,
    sets: int,
    warm_ups: int,
    strength: float,
) -> Slot:
    start = (70 if each.is_compound else 20) * strength
    if each.load_kind != "external":
        start = 0
    return Slot(
        exercise=each,
        sets=sets,
        warm_ups=warm_ups if start else 0,
        start_kg=start,
        gain_kg=start * 0.003 * (0.5 + chance.random()),
        step_kg=2.5 if each.is_compound else 1.25,
        reps=chance.randrange(each.rep_min, each.rep_max + 1),
    )
