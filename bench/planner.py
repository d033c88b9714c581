"""Plans a grid of profiles by both planners: how good, how fast, what cannot be met."""

import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from metricgain.cli.plan_exercises import catalogue_options
from metricgain.engine.generator.cost import cost
from metricgain.engine.generator.draft import Ground, Near, make_draft, task_of
from metricgain.engine.generator.greedy import plan_greedily
from metricgain.engine.generator.limits import broken
from metricgain.engine.generator.options import usable
from metricgain.engine.generator.profile import (
    Goal,
    Joint,
    Place,
    Profile,
    ProfileError,
)
from metricgain.engine.generator.task import Placed, Planner, Task
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.integrations.cp_sat import plan_by_solver

ALL: Final = 500
DAYS: Final = ((0, 3), (0, 2, 4), (0, 1, 3, 4), (0, 1, 2, 4, 5), (0, 1, 2, 3, 4, 5))
MINUTES: Final = (30, 45, 60, 75, 90)
PLACES: Final = (Place.GYM, Place.BARBELL, Place.DUMBBELLS, Place.BODYWEIGHT)
WISHES: Final[Sequence[tuple[Muscle, ...]]] = (
    (),
    (Muscle.CHEST,),
    (Muscle.GLUTES, Muscle.SIDE_DELT),
    (
        Muscle.CHEST, Muscle.LATS, Muscle.QUADS, Muscle.SIDE_DELT, Muscle.BICEPS,
        Muscle.TRICEPS,
    ),
    (Muscle.CALVES,),
)  # fmt: skip
BUDGET: Final = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one profile came to: points and seconds of each planner."""

    greedy: int
    best: int
    greedy_seconds: float
    seconds: float
    unmet: tuple[str, ...]


def main(arguments: Sequence[str]) -> None:
    """Plan 500 profiles by the greedy planner and by CP-SAT, and compare them."""
    wanted = int(arguments[0]) if arguments else ALL
    options = catalogue_options()
    ground = Ground(options=options)
    plan_by_solver(_task(Profile(), ground))
    outcomes, refused = [], Counter[str]()
    for profile in islice(profiles(), 0, None, max(1, ALL // wanted)):
        try:
            outcomes.append(_outcome(profile, ground))
        except ProfileError as error:
            refused[f"{error.field}: {error.rule}"] += 1
    _print(outcomes, refused)


def profiles() -> Iterator[Profile]:
    """Return the grid: days, minutes, places and wishes, with the rest in turn."""
    for index, (days, minutes, place, wish) in enumerate(
        product(DAYS, MINUTES, PLACES, WISHES)
    ):
        yield Profile(
            weekdays=days,
            session_minutes=minutes,
            place=place,
            emphasis=dict.fromkeys(wish, Emphasis.EMPHASIZE),
            goal=tuple(Goal)[index % 7 % 4],
            experience=tuple(Experience)[(index + 1) % 3],
            injuries=frozenset({Joint.KNEE}) if index % 11 == 0 else frozenset(),
        )


def _outcome(profile: Profile, ground: Ground) -> Outcome:
    draft = make_draft(profile, ground)
    task = _task(profile, ground)
    greedy, greedy_seconds = _timed(plan_greedily, task)
    began = time.process_time()
    best = plan_by_solver(task, hint=greedy)
    seconds = time.process_time() - began + greedy_seconds
    for placed in (greedy, best):
        assert broken(task, placed) == []
    return Outcome(
        cost(task, greedy),
        cost(task, best),
        greedy_seconds,
        seconds,
        tuple(f"{one.code.value} {one.place}" for one in draft.unmet),
    )


def _task(profile: Profile, ground: Ground) -> Task:
    pool = usable(ground.options, profile)
    return task_of(profile, ground, pool=pool, near=Near())


def _timed(planner: Planner, task: Task) -> tuple[Placed, float]:
    began = time.process_time()
    return planner(task), time.process_time() - began


def _print(outcomes: Sequence[Outcome], refused: Counter[str]) -> None:
    worse = [one.greedy / max(1, one.best) for one in outcomes]
    for name, seconds in (
        ("greedy", [one.greedy_seconds for one in outcomes]),
        ("solver, with the greedy start", [one.seconds for one in outcomes]),
    ):
        print(
            f"{name}: median {statistics.median(seconds):.2f} s, longest"
            f" {max(seconds):.2f} s, {sum(s > BUDGET for s in seconds)} over {BUDGET} s"
        )
    print(
        f"points of greedy over the solver: median {statistics.median(worse):.3f},"
        f" worst {max(worse):.3f}, equal in {sum(w == 1 for w in worse)}"
        f" of {len(outcomes)}"
    )
    met = sum(not one.unmet for one in outcomes)
    print(f"every wish met: {met} of {len(outcomes)}; refused: {dict(refused)}")
    unmet = Counter(wish for one in outcomes for wish in set(one.unmet))
    print("what could not be met, greedy, by profiles:")
    for wish, count in unmet.most_common():
        print(f"  {count:4} {wish}")
