"""Plays a whole training block on an empty database and prints what was decided.

A history is imported, a block of five weeks started from a template, and every
workout lifted by the simulated lifter of bench/lifter.py, over HTTP as a phone would.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random  # noqa: TID251 - the demonstration is the same every time
from typing import Any, Final

from rich.console import Console

from bench.demo_client import DemoClient
from bench.demo_pages import WIDTH, closing, opening, week_page
from bench.demo_story import Decided, MuscleOfWeek, Story, Week
from bench.gym_lifter import Asked, GymLifter
from bench.own_server import own_server
from bench.strong_history import strong_csv
from metricgain.catalogue.reader import exercises
from metricgain.engine.muscles import Muscle
from metricgain.kit.clock import now

TEMPLATE: Final = "Upper/Lower 4x"
HISTORY_WEEKS: Final = 26
BLOCK_WEEKS: Final = 5
SKIPPED: Final = (2, 2)
"""The week, from 1, and the workout, from 0, that the lifter does not make it to."""
SORE_WEEK: Final = 3
UNANSWERED_IN_100: Final = 5
SEED: Final = 11
_BEGINS: Final = time(18, 0, tzinfo=UTC)
_WORKOUT: Final = timedelta(minutes=70)


def play(client: DemoClient, console: Console, *, today: date) -> Story:
    """Import, start, lift and print; the block has ended on the day `today`."""
    monday = today - timedelta(days=today.weekday(), weeks=BLOCK_WEEKS)
    history = strong_csv(
        seed=SEED, weeks=HISTORY_WEEKS, until=monday - timedelta(days=1)
    )
    imported = client.import_history(history)
    block = client.start_block(
        client.template(TEMPLATE)["id"], start=monday, at=_at(monday)
    )
    opening(console, imported, block)
    training = Training(client, block)
    weeks = []
    for number in range(1, BLOCK_WEEKS + 1):
        weeks.append(training.week(number))
        week_page(console, weeks[-1], of=BLOCK_WEEKS)
    ended = client.block(block["id"])
    closing(console, weeks, first=block, last=ended)
    return Story(imported=imported, weeks=tuple(weeks), block=ended)


class Training:
    """The lifter goes through the block, workout by workout."""

    def __init__(self, client: DemoClient, block: Mapping[str, Any]) -> None:
        # The same lifter in every run: repeatable, not secret.
        self._rng = Random(SEED)  # noqa: S311
        self._client = client
        self._block = block
        self._lifter = GymLifter(self._rng, catalogue=exercises())
        self._last_day: date | None = None
        self._trained: set[Muscle] = set()

    def begin_week(self, number: int, *, before: date) -> None:
        """Train the workouts of a week that are planned before a day."""
        for session in self._block["weeks"][number - 1]["sessions"]:
            if date.fromisoformat(session["scheduledOn"]) < before:
                for _ in self._workout(session, sore=False):
                    pass

    def week(self, number: int) -> Week:
        """Train a week and return how it went."""
        planned = self._block["weeks"][number - 1]
        decided: list[tuple[str, Decided]] = []
        skipped = []
        for index, session in enumerate(planned["sessions"]):
            if (number, index) == SKIPPED:
                self._client.skip(session["id"])
                skipped.append(session["name"])
            else:
                decided += self._workout(session, sore=number == SORE_WEEK)
        self._block = self._client.block(self._block["id"])
        muscles = tuple(_muscles(self._block, number))
        for row in muscles:
            row.decided = [what for muscle, what in decided if muscle == row.muscle]
        return Week(
            number=number,
            start=date.fromisoformat(planned["start"]),
            is_deload=planned["isDeload"],
            target_rir=planned["targetRir"],
            sore=number == SORE_WEEK,
            skipped=tuple(skipped),
            muscles=muscles,
        )

    def _workout(
        self, session: Mapping[str, Any], *, sore: bool
    ) -> Iterator[tuple[str, Decided]]:
        day = date.fromisoformat(session["scheduledOn"])
        self._sleep_until(day)
        begins, ends, log_id = _at(day), _at(day) + _WORKOUT, session["id"]
        self._client.start_workout(log_id, at=begins)
        plan = self._client.planned_workout(log_id)["exercises"]
        self._say_how_sore(log_id, plan, sore=sore, at=begins)
        for number, exercise in enumerate(plan, 1):
            asked = _asked(exercise)
            if asked.reps:
                sets = self._lifter.do(asked, worn_out=sore)
                at = begins + timedelta(minutes=10 * number)
                self._client.log_sets(log_id, asked, sets, at=at)
        for muscle, felt in self._lifter.felt().items():
            if self._answers():
                self._client.answer_felt(log_id, muscle, felt, at=ends)
        finished = self._client.finish(log_id, at=ends)
        for one in finished["decisions"]:
            yield (
                one["muscle"],
                Decided(
                    day=day,
                    kind=one["kind"],
                    gate=one["gate"],
                    change=one["deltaApplied"],
                    because=" ".join(filter(None, (one["because"], one["capReason"]))),
                ),
            )

    def _sleep_until(self, day: date) -> None:
        days = 0 if self._last_day is None else (day - self._last_day).days
        self._lifter.wake_up(days=days)
        self._last_day = day

    def _say_how_sore(
        self,
        log_id: str,
        plan: Sequence[Mapping[str, Any]],
        *,
        sore: bool,
        at: datetime,
    ) -> None:
        muscles = {
            muscle: None
            for exercise in plan
            for muscle in self._lifter.muscles(exercise["exerciseId"])
        }
        for muscle in muscles:
            soreness = self._lifter.soreness(muscle, aching=sore)
            if muscle in self._trained and self._answers():
                self._client.answer_soreness(log_id, muscle, soreness, at=at)
        self._trained |= muscles.keys()

    def _answers(self) -> bool:
        return self._rng.randrange(100) >= UNANSWERED_IN_100


def _asked(exercise: Mapping[str, Any]) -> Asked:
    sets = exercise["sets"]
    weight = sets[0]["weight"] if sets else None
    return Asked(
        exercise_id=exercise["exerciseId"],
        reps=tuple(one["reps"] for one in sets),
        weight_kg=None if weight is None else float(weight),
        rir=exercise["rir"],
    )


def _muscles(block: Mapping[str, Any], number: int) -> Iterator[MuscleOfWeek]:
    for muscle in block["muscles"]:
        week = muscle["weeks"][number - 1]
        if week["directSets"] or week["doneSets"]:
            yield MuscleOfWeek(
                muscle=muscle["muscle"],
                planned=week["directSets"],
                done=week["doneSets"],
            )


def _at(day: date) -> datetime:
    return datetime.combine(day, _BEGINS)


def main() -> int:
    """Run the demonstration on a server of its own."""
    terminal = Console()
    roomy = not terminal.is_terminal or terminal.width > WIDTH
    console = Console(width=WIDTH) if roomy else terminal
    with (
        own_server() as address,
        DemoClient.new_account(address, email="demo@example.org") as client,
    ):
        play(client, console, today=now().date())
    return 0


if __name__ == "__main__":
    sys.exit(main())
