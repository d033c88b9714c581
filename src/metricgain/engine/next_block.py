"""The block that follows a block; docs/engine/next-block.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from metricgain.engine.block_review import Shown, Trend
from metricgain.engine.board import MOST_PER_EXERCISE
from metricgain.engine.contributions import DIRECT
from metricgain.engine.landmarks import Emphasis, Landmark, weekly_goal
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import OutlineExercise
from metricgain.engine.table import STOPS_ADDING

SAME_START: Final = "It starts with the same sets again."
PAIN: Final = "It hurt a joint."
STALE: Final = "It did not rise in this block and the one before."
REPLACED: Final = "Another exercise takes its place."
NO_OTHER: Final = "No other exercise fits, so it stays for now."


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBefore:
    """A workout of the block that ends, with the sets of its first week."""

    name: str
    weekday: int
    exercises: Sequence[OutlineExercise]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockBefore:
    """The block that ends, and what it has shown.

    `previous` is what the block before it showed of the same exercises; `too_far` the
    muscles that ended beyond recovery; `pains` the worst joint pain of each exercise;
    `planned` the emphasis of the block that a program plans next, None without one.
    """

    days: Sequence[DayBefore]
    contributions: Mapping[int, Mapping[Muscle, float]]
    muscles: Mapping[Muscle, Shown]
    exercises: Mapping[int, Shown]
    landmarks: Mapping[Muscle, Landmark]
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    previous: Mapping[int, Shown] = field(default_factory=dict)
    too_far: frozenset[Muscle] = frozenset()
    pains: Mapping[int, int] = field(default_factory=dict)
    planned: Mapping[Muscle, Emphasis] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMuscle:
    """The direct sets a week that a muscle starts with, its emphasis, and why."""

    muscle: Muscle
    old_sets: int
    new_sets: int
    old_emphasis: Emphasis
    new_emphasis: Emphasis
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextExercise:
    """An exercise of the next block; `replaces` is the one whose place it takes."""

    planned: OutlineExercise
    replaces: int | None
    old_sets: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """A workout of the next block."""

    name: str
    weekday: int
    exercises: tuple[NextExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBlock:
    """The block that is proposed."""

    days: tuple[NextDay, ...]
    muscles: tuple[NextMuscle, ...]
    emphasis: Mapping[Muscle, Emphasis]


def to_change(before: BlockBefore) -> dict[int, str]:
    """Return the exercises that are better changed, and why.

    One that hurt a joint (2 or 3), and one that stood still in two blocks running.
    """
    found: dict[int, str] = {}
    for exercise_id in before.contributions:
        if before.pains.get(exercise_id, 0) >= STOPS_ADDING:
            found[exercise_id] = PAIN
        elif _stood_still(before.exercises.get(exercise_id)) and _stood_still(
            before.previous.get(exercise_id)
        ):
            found[exercise_id] = STALE
    return found


def propose(before: BlockBefore, stand_ins: Mapping[int, int]) -> NextBlock:
    """Return the next block; `stand_ins` take the place of what is better changed."""
    emphasis, why = _rotated(before)
    muscles = tuple(
        _muscle(muscle, before, emphasis, why.get(muscle)) for muscle in before.muscles
    )
    sets = _spread(before, {each.muscle: each.new_sets for each in muscles})
    changed = to_change(before)
    return NextBlock(
        days=tuple(
            NextDay(
                name=day.name,
                weekday=day.weekday,
                exercises=tuple(
                    _exercise(
                        one,
                        before,
                        sets=sets[number, place],
                        stand_in=stand_ins.get(one.exercise_id),
                        why=changed.get(one.exercise_id),
                    )
                    for place, one in enumerate(day.exercises)
                ),
            )
            for number, day in enumerate(before.days)
        ),
        muscles=muscles,
        emphasis=emphasis,
    )


def _stood_still(shown: Shown | None) -> bool:
    return (
        shown is not None
        and shown.trend is Trend.STOPPED
        and shown.best_week == (shown.weeks[0].week_number if shown.weeks else None)
    )


def _rotated(
    before: BlockBefore,
) -> tuple[dict[Muscle, Emphasis], dict[Muscle, str]]:
    """Return the emphasis of the next block: it moves on to what rose the least."""
    if before.planned is not None:
        return dict(before.planned), {
            muscle: "Your program plans it so."
            for muscle in Muscle
            if before.planned.get(muscle, Emphasis.GROW)
            is not before.emphasis.get(muscle, Emphasis.GROW)
        }
    emphasis = dict(before.emphasis)
    had = [m for m in Muscle if emphasis.get(m) is Emphasis.EMPHASIZE]
    waiting = sorted(
        (
            (shown.change, place, muscle)
            for place, muscle in enumerate(Muscle)
            if (shown := before.muscles.get(muscle)) is not None
            and shown.change is not None
            and shown.trend is not Trend.UNKNOWN
            and emphasis.get(muscle, Emphasis.GROW) is Emphasis.GROW
            and muscle not in before.too_far
        ),
    )
    why: dict[Muscle, str] = {}
    for old, (_, _, new) in zip(had, waiting, strict=False):
        emphasis[old], emphasis[new] = Emphasis.GROW, Emphasis.EMPHASIZE
        why[old] = "It was emphasised in this block, so it is another muscle's turn."
        why[new] = "It rose the least of those that were not emphasised: its turn."
    return {m: e for m, e in emphasis.items() if e is not Emphasis.GROW}, why


def _muscle(
    muscle: Muscle,
    before: BlockBefore,
    emphasis: Mapping[Muscle, Emphasis],
    why: str | None,
) -> NextMuscle:
    shown = before.muscles[muscle]
    old = _planned(muscle, before)
    now = emphasis.get(muscle, Emphasis.GROW)
    new, because = old, SAME_START
    goal = weekly_goal(
        before.landmarks[muscle],
        muscle=muscle,
        emphasis=now,
        sessions_per_week=max(1, _sessions(muscle, before)),
    )
    if muscle in before.too_far and old > before.landmarks[muscle].maintenance + 1:
        new = old - 1
        because = "It did not recover at the end, so it starts with 1 set less a week."
    elif shown.trend is Trend.ROSE and muscle not in before.too_far and old < goal:
        new = old + 1
        because = "It rose to the end, so it starts with 1 set more a week."
    return NextMuscle(
        muscle=muscle,
        old_sets=old,
        new_sets=new,
        old_emphasis=before.emphasis.get(muscle, Emphasis.GROW),
        new_emphasis=now,
        because=(because,) if why is None else (because, why),
    )


def _spread(
    before: BlockBefore, wanted: Mapping[Muscle, int]
) -> dict[tuple[int, int], int]:
    """Return the sets of each exercise, by day and place, near to what is wanted.

    An exercise takes a set only where none of its muscles has enough, and gives one
    only where all of them have too many.
    """
    slots = {
        (number, place): one
        for number, day in enumerate(before.days)
        for place, one in enumerate(day.exercises)
    }
    sets = {key: one.sets for key, one in slots.items()}

    def total(muscle: Muscle) -> int:
        return sum(
            sets[key]
            for key, one in slots.items()
            if _trains(one.exercise_id, muscle, before)
        )

    for muscle, count in wanted.items():
        step = 1 if total(muscle) < count else -1
        while total(muscle) != count:
            fitting = [
                key
                for key, one in slots.items()
                if _trains(one.exercise_id, muscle, before)
                and 1 <= sets[key] + step <= max(MOST_PER_EXERCISE, one.sets)
                and all(
                    (wanted.get(other, total(other)) - total(other)) * step > 0
                    for other in _direct(one.exercise_id, before)
                )
            ]
            if not fitting:
                break
            best = min(fitting, key=lambda key: (step * sets[key], key))
            sets[best] += step
    return sets


def _exercise(
    one: OutlineExercise,
    before: BlockBefore,
    *,
    sets: int,
    stand_in: int | None,
    why: str | None,
) -> NextExercise:
    because = _kept(before.exercises.get(one.exercise_id))
    if why is not None:
        because = f"{why} {REPLACED if stand_in is not None else NO_OTHER}"
    replaced = one.exercise_id if why is not None and stand_in is not None else None
    return NextExercise(
        planned=OutlineExercise(
            exercise_id=stand_in if replaced and stand_in else one.exercise_id,
            sets=sets,
            rep_min=one.rep_min,
            rep_max=one.rep_max,
            superset=one.superset,
            notes=None if replaced else one.notes,
        ),
        replaces=replaced,
        old_sets=one.sets,
        because=because,
    )


def _kept(shown: Shown | None) -> str:
    change = None if shown is None else shown.change
    if change is not None and change >= 0.01:  # noqa: PLR2004 - less is not worth a number
        return f"It rose by {100 * change:.0f} %, so it stays."
    return "Nothing speaks against it, so it stays."


def _planned(muscle: Muscle, before: BlockBefore) -> int:
    return sum(
        one.sets
        for day in before.days
        for one in day.exercises
        if _trains(one.exercise_id, muscle, before)
    )


def _sessions(muscle: Muscle, before: BlockBefore) -> int:
    return sum(
        any(_trains(one.exercise_id, muscle, before) for one in day.exercises)
        for day in before.days
    )


def _trains(exercise_id: int, muscle: Muscle, before: BlockBefore) -> bool:
    return before.contributions.get(exercise_id, {}).get(muscle, 0.0) >= DIRECT


def _direct(exercise_id: int, before: BlockBefore) -> list[Muscle]:
    return [m for m in Muscle if _trains(exercise_id, m, before)]
