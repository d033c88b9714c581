"""Tries the engine's decisions on simulated lifters against fixed volumes.

What it can and cannot show is said in docs/engine/evidence.md.
"""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from os import cpu_count
from pathlib import Path
from statistics import StatisticsError, correlation, fmean, quantiles
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.lifter import Assumptions, Overreach
from bench.lives import Answers, Life, live
from bench.policies import EnginePolicy, Fixed, Policy
from metricgain.engine.facts import ENGINE_VERSION

RESULTS: Final = Path(__file__).parent / "results" / "simulation.json"
CONSTANTS: Final = tuple(range(4, 31, 2))
_LEAST_GAIN: Final = 1e-4
_SMALLEST_GROUP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One policy with one way to answer."""

    name: str
    policy: Callable[[], Policy]
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmResult:
    """One policy over all lifters, relative to each one's best constant volume.

    `regret` is 1 minus the mean gain; `gain_worst_tenth` is the gain that nine in
    ten lifters exceed. `learned` correlates the sets that the policy ended on with
    the lifter's best; None where one of them does not vary.
    """

    arm: str
    gain: float
    regret: float
    gain_worst_tenth: float
    last_sets: float
    most_sets: int
    learned: float | None
    decisions: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One assumption about overreaching: the best volumes and every policy."""

    overreach: str
    best_sets: tuple[float, float, float]
    """Weekly sets of the best constant volume: first, fifth and ninth tenth."""
    arms: tuple[ArmResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """All of it, with what is needed to repeat it."""

    engine_version: str
    seed: int
    lifters: int
    scenarios: tuple[Scenario, ...]

    def as_json(self) -> dict[str, object]:
        """Return it as plain values for a JSON file, rounded to a tenth of a %."""
        return {
            **asdict(self),
            "scenarios": [
                {**asdict(one), "arms": [_rounded(arm) for arm in one.arms]}
                for one in self.scenarios
            ],
            "assumptions": asdict(Assumptions()),
        }


_USUAL: Final = Answers()
_CARRIED: Final = partial(EnginePolicy, 10, carries=True)
ARMS: Final = tuple(
    Arm(name=name, policy=policy, answers=answers)
    for name, policy, answers in (
        ("fixed 10", partial(Fixed, 10), _USUAL),
        ("fixed 12", partial(Fixed, 12), _USUAL),
        ("fixed 16", partial(Fixed, 16), _USUAL),
        ("ramp 8 to 22", partial(Fixed, 8, 22), _USUAL),
        ("engine from 8", partial(EnginePolicy, 8, carries=False), _USUAL),
        ("engine from 10", partial(EnginePolicy, 10, carries=False), _USUAL),
        ("engine from 10, carried", _CARRIED, _USUAL),
        ("  30 % unanswered", _CARRIED, Answers(missing=0.3)),
        ("  double noise", _CARRIED, Answers(noise=2)),
        ("  no noise", _CARRIED, Answers(noise=0)),
    )
)


def run(*, lifters: int, seed: int, workers: int = 1) -> Simulation:
    """Simulate that many lifters under each assumption; same seed, same result."""
    tasks = [
        (overreach, f"{seed}/{index}")
        for overreach in Overreach
        for index in range(lifters)
    ]
    if workers == 1:
        lives = [_try_everything(*task) for task in tasks]
    else:
        with ProcessPoolExecutor(workers) as pool:
            lives = list(pool.map(_try_one, tasks, chunksize=4))
    return Simulation(
        engine_version=ENGINE_VERSION,
        seed=seed,
        lifters=lifters,
        scenarios=tuple(
            _scenario(overreach, lives[number * lifters : (number + 1) * lifters])
            for number, overreach in enumerate(Overreach)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    best_sets: int
    best_growth: float
    arms: tuple[Life, ...]


def _try_one(task: tuple[Overreach, str]) -> _Outcome:
    return _try_everything(*task)


def _try_everything(overreach: Overreach, seed: str) -> _Outcome:
    constant = {
        sets: live(Fixed(sets), overreach=overreach, seed=seed).growth
        for sets in CONSTANTS
    }
    best = max(constant, key=lambda sets: constant[sets])
    return _Outcome(
        best_sets=best,
        best_growth=max(constant[best], _LEAST_GAIN),
        arms=tuple(
            live(arm.policy(), overreach=overreach, seed=seed, answers=arm.answers)
            for arm in ARMS
        ),
    )


def _scenario(overreach: Overreach, outcomes: Sequence[_Outcome]) -> Scenario:
    best = [float(one.best_sets) for one in outcomes]
    return Scenario(
        overreach=overreach.value,
        best_sets=(_tenth(best, 1), _tenth(best, 5), _tenth(best, 9)),
        arms=tuple(
            _arm_result(arm, [(one, one.arms[number]) for one in outcomes])
            for number, arm in enumerate(ARMS)
        ),
    )


def _arm_result(arm: Arm, lives: Sequence[tuple[_Outcome, Life]]) -> ArmResult:
    gains = [life.growth / outcome.best_growth for outcome, life in lives]
    decisions: Counter[str] = Counter()
    for _, life in lives:
        decisions.update(life.decisions)
    return ArmResult(
        arm=arm.name.strip(),
        gain=fmean(gains),
        regret=1 - fmean(gains),
        gain_worst_tenth=_tenth(gains, 1),
        last_sets=fmean(life.last_sets for _, life in lives),
        most_sets=max(life.most_sets for _, life in lives),
        learned=_correlation(
            [outcome.best_sets for outcome, _ in lives],
            [life.last_sets for _, life in lives],
        ),
        decisions=dict(sorted(decisions.items())),
    )


def _tenth(values: Sequence[float], which: int) -> float:
    if len(values) < _SMALLEST_GROUP:
        return values[0]
    return quantiles(values, n=10, method="inclusive")[which - 1]


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    try:
        return correlation(one, other)
    except StatisticsError:  # One of them is the same for every lifter.
        return None


def _rounded(arm: ArmResult) -> dict[str, object]:
    return {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in asdict(arm).items()
    }


def main(arguments: Sequence[str]) -> None:
    """Compare the engine with fixed volumes on simulated lifters."""
    parser = ArgumentParser(prog="python -m bench simulation", description=main.__doc__)
    parser.add_argument("--lifters", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    found = run(lifters=asked.lifters, seed=asked.seed, workers=cpu_count() or 1)
    console = Console()
    for scenario in found.scenarios:
        console.print(_table(scenario))
    console.print(
        "Gain is relative to the best constant volume of each lifter, found by trying"
        f" {CONSTANTS[0]} to {CONSTANTS[-1]} sets a week. It compares policies under an"
        " assumption; it does not say how much anyone will grow."
    )
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found.as_json(), indent=2) + "\n")


def _table(scenario: Scenario) -> Table:
    low, middle, high = scenario.best_sets
    table = Table(
        title=f"Overreach: {scenario.overreach}  (best constant volume"
        f" {low:.0f} / {middle:.0f} / {high:.0f} sets a week)",
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
    )
    table.add_column("Policy", no_wrap=True)
    for heading in ("Gain", "Regret", "Worst tenth", "Last week", "Most", "Learned"):
        table.add_column(heading, justify="right")
    for arm, result in zip(ARMS, scenario.arms, strict=True):
        table.add_row(
            arm.name,
            f"{result.gain:.2f}",
            f"{result.regret:.2f}",
            f"{result.gain_worst_tenth:.2f}",
            f"{result.last_sets:.1f}",
            f"{result.most_sets}",
            "-" if result.learned is None else f"{result.learned:+.2f}",
        )
    return table
