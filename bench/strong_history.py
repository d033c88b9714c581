"""Writes a training history as Strong's app for iPhone exports it.

It is made up: four workouts a week, upper and lower body in turn, loads that rise
slowly and never quite evenly, warm-ups before the big lifts, some body-weight work.
The same arguments always give the same bytes.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

_HEADING: Final = (
    "Date",
    "Workout Name",
    "Duration",
    "Exercise Name",
    "Set Order",
    "Weight",
    "Reps",
    "Distance",
    "Seconds",
    "Notes",
    "Workout Notes",
    "RPE",
)
_TRAINING_DAYS: Final = (0, 1, 3, 4)  # Monday, Tuesday, Thursday, Friday
_SKIPPED_IN_100: Final = 6


@dataclass(frozen=True, slots=True)
class Lift:
    """One exercise of a day: first load in kg, kg gained a week, sets, target reps."""

    name: str
    load: float
    gain: float
    sets: int
    reps: int
    step: float = 2.5
    warmups: int = 0


_UPPER_A: Final = (
    Lift("Bench Press (Barbell)", 70, 0.30, 4, 8, warmups=2),
    Lift("Bent Over Row (Barbell)", 60, 0.28, 4, 9, warmups=1),
    Lift("Overhead Press (Barbell)", 40, 0.15, 3, 8),
    Lift("Lat Pulldown (Cable)", 55, 0.22, 3, 11),
    Lift("Lateral Raise (Dumbbell)", 8, 0.04, 3, 14, step=1),
    Lift("Bicep Curl (Dumbbell)", 12, 0.06, 3, 11, step=1),
)
_LOWER_A: Final = (
    Lift("Squat (Barbell)", 90, 0.45, 4, 7, warmups=2),
    Lift("Romanian Deadlift (Barbell)", 80, 0.40, 3, 9, warmups=1),
    Lift("Leg Extension (Machine)", 45, 0.25, 3, 12),
    Lift("Standing Calf Raise (Machine)", 70, 0.35, 4, 12),
    Lift("Hanging Leg Raise", 0, 0, 3, 12),
)
_UPPER_B: Final = (
    Lift("Incline Bench Press (Dumbbell)", 24, 0.12, 4, 9, step=2, warmups=1),
    Lift("Pull Up", 0, 0, 4, 8),
    Lift("Seated Row (Cable)", 55, 0.25, 3, 10),
    Lift("Chest Dip", 0, 0, 3, 11),
    Lift("Reverse Fly (Machine)", 35, 0.18, 3, 14),
    Lift("Triceps Pushdown (Cable - Straight Bar)", 25, 0.13, 3, 12),
)
_LOWER_B: Final = (
    Lift("Deadlift (Barbell)", 110, 0.55, 3, 5, warmups=2),
    Lift("Leg Press", 140, 0.90, 4, 11, step=5),
    Lift("Seated Leg Curl (Machine)", 40, 0.22, 4, 11),
    Lift("Hip Thrust (Barbell)", 80, 0.50, 3, 10),
    Lift("Seated Calf Raise (Plate Loaded)", 40, 0.22, 3, 14),
)
_DAYS: Final = (
    ("Upper A", _UPPER_A),
    ("Lower A", _LOWER_A),
    ("Upper B", _UPPER_B),
    ("Lower B", _LOWER_B),
)


class Dice:
    """A small generator of even numbers that is the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 2_862_933_555_777_941_757 + 3_037_000_493) % 2**64

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to and without the limit."""
        self._state = (self._state * 6_364_136_223_846_793_005 + 1) % 2**64
        return (self._state >> 33) % limit


def strong_csv(*, seed: int, weeks: int, until: date) -> bytes:
    """Return `weeks` weeks of training in kg; the last one ends on or before `until`.

    About four workouts a week and twenty-two sets a workout.
    """
    dice = Dice(seed)
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    table.writerow(_HEADING)
    last_monday = until - timedelta(days=until.weekday())
    for week in range(weeks):
        monday = last_monday - timedelta(weeks=weeks - 1 - week)
        for weekday, (name, lifts) in zip(_TRAINING_DAYS, _DAYS, strict=True):
            day = monday + timedelta(days=weekday)
            if day <= until and dice.below(100) >= _SKIPPED_IN_100:
                table.writerows(
                    _workout(dice, day=day, name=name, lifts=lifts, week=week)
                )
    return text.getvalue().encode()


def _workout(
    dice: Dice, *, day: date, name: str, lifts: tuple[Lift, ...], week: int
) -> Iterator[tuple[str, ...]]:
    start = datetime.combine(day, time(17, 30)) + timedelta(minutes=dice.below(90))
    begin = (f"{start:%Y-%m-%d %H:%M:%S}", name, f"1h {dice.below(35):02}m")
    for lift in lifts:
        for order, weight, reps, rpe in _sets(dice, lift, week):
            shown = f"{weight:.1f}" if weight else "0"
            yield (*begin, lift.name, order, shown, f"{reps}", "0", "0", "", "", rpe)


def _sets(dice: Dice, lift: Lift, week: int) -> Iterator[tuple[str, float, int, str]]:
    wanted = lift.load + lift.gain * week + (dice.below(3) - 1) * lift.step / 2
    load = round(wanted / lift.step) * lift.step
    for warmup in range(lift.warmups):
        yield "W", round(load * (0.5 + 0.2 * warmup) / 2.5) * 2.5, 8 - 3 * warmup, ""
    # Body-weight work progresses by repetitions: one in about eight weeks.
    base = lift.reps + (week // 8 if not lift.load else 0)
    for number in range(1, lift.sets + 1):
        reps = max(3, base + 1 - number // 2 - dice.below(2))
        yield f"{number}", load, reps, ("", "7", "8", "8.5", "9")[dice.below(5)]


def main() -> None:
    """Write a history to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument(
        "--until",
        type=date.fromisoformat,
        required=True,
        help="the last day of the history, such as 2026-05-31",
    )
    asked = parser.parse_args()
    history = strong_csv(seed=asked.seed, weeks=asked.weeks, until=asked.until)
    sys.stdout.buffer.write(history)


if __name__ == "__main__":
    main()
