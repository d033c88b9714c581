"""One simulated lifter trains three blocks under a policy, session by session."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - every lifter is drawn from a given seed
from statistics import fmean
from typing import Final

from bench.lifter import (
    Assumptions,
    Effort,
    Overreach,
    SimulatedLifter,
    draw_traits,
)
from bench.policies import SESSIONS, WEEKS, Policy, Report, Slot
from metricgain.engine.e1rm import load_for, smoothed_e1rm
from metricgain.engine.muscles import Muscle
from metricgain.engine.performance import (
    ExerciseLog,
    LoggedSet,
    Target,
    exercise_performance,
    exposure_e1rm,
)
from metricgain.engine.rir import DELOAD_RIR, rir_by_week

BLOCKS: Final = 3
DAYS_APART: Final = 3
TRAINED: Final = (
    (Muscle.CHEST, Muscle.UPPER_BACK),
    (Muscle.QUADS, Muscle.HAMSTRINGS),
    (Muscle.SIDE_DELT, Muscle.BICEPS),
)
"""The muscles of the first, second and third day; they come again three days on."""
REPS: Final = 10
FIRST_E1RM_KG: Final = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How well a lifter answers: the share left out, and a factor on all noise."""

    missing: float = 0.0
    noise: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What came of one lifter: mean growth, sets a week, what the engine decided.

    `last_sets` are the mean weekly sets of the last hard week, `most_sets` the most
    of any muscle's week.
    """

    growth: float
    last_sets: float
    most_sets: int
    decisions: dict[str, int]


def live(
    policy: Policy, *, overreach: Overreach, seed: str, answers: Answers | None = None
) -> Life:
    """Let one lifter train three blocks of six weeks under a policy."""
    return _Training(policy, overreach, seed, answers or Answers()).life()


class _Training:
    """One lifter's days under one policy."""

    def __init__(
        self, policy: Policy, overreach: Overreach, seed: str, answers: Answers
    ) -> None:
        # What is left unanswered draws from a generator of its own, so that the
        # same lifter meets the same days under every policy.
        usual = Assumptions()
        assumed = replace(
            usual,
            day_to_day_sd=usual.day_to_day_sd * answers.noise,
            answer_scale=usual.answer_scale * answers.noise,
        )
        traits = draw_traits(_chance(seed, "traits"), usual)
        self.policy = policy
        self.lifter = SimulatedLifter(
            replace(
                traits,
                sore_habit=traits.sore_habit * answers.noise,
                pump_habit=traits.pump_habit * answers.noise,
                challenge_habit=traits.challenge_habit * answers.noise,
            ),
            assumed=assumed,
            overreach=overreach,
            rng=_chance(seed, "days"),
        )
        self._gaps = _chance(seed, "gaps")
        self._missing = answers.missing
        self._smoothed: dict[Muscle, float] = {}
        self._previous: dict[Muscle, float] = {}
        self._weeks: Counter[tuple[Muscle, int, int]] = Counter()

    def life(self) -> Life:
        for block in range(BLOCKS):
            self._previous.clear()
            self.policy.begin_block(block)
            for week in range(1, WEEKS + 1):
                for day in range(7):
                    if day < SESSIONS * DAYS_APART:
                        slot = Slot(block=block, week=week, session=day // DAYS_APART)
                        self._session(slot, TRAINED[day % DAYS_APART])
                    self.lifter.end_day()
        muscles = [muscle for pair in TRAINED for muscle in pair]
        last = [self._weeks[m, BLOCKS - 1, WEEKS - 1] for m in muscles]
        return Life(
            growth=fmean(self.lifter.size(muscle) for muscle in muscles),
            last_sets=fmean(last),
            most_sets=max(self._weeks.values()),
            decisions=dict(self.policy.decisions),
        )

    def _session(self, slot: Slot, muscles: Iterable[Muscle]) -> None:
        reports = {muscle: self._train(muscle, slot) for muscle in muscles}
        if slot.week < WEEKS:
            self.policy.learn(slot, reports)

    def _train(self, muscle: Muscle, slot: Slot) -> Report:
        lifter = self.lifter
        sets = self.policy.sets(muscle, slot)
        easy = slot.week == WEEKS or self.policy.is_recovery(muscle, slot)
        target_rir = DELOAD_RIR if easy else rir_by_week(WEEKS)[slot.week - 1]
        self._weeks[muscle, slot.block, slot.week] += sets
        soreness = self._given(lifter.soreness(muscle))
        true_rir = lifter.true_rir(target_rir)
        strength = FIRST_E1RM_KG * lifter.capacity(muscle)
        done = self._done(muscle, strength, target_rir=target_rir, true_rir=true_rir)
        performance = self._judge(muscle, [done] * sets, counts=not easy)
        effort = Effort(muscle=muscle, sets=sets, true_rir=true_rir)
        lifter.train(effort)
        return Report(
            performance=performance,
            soreness=soreness,
            pump=self._given(lifter.pump(effort)),
            challenge=self._given(lifter.challenge(effort)),
        )

    def _done(
        self, muscle: Muscle, strength: float, *, target_rir: int, true_rir: float
    ) -> LoggedSet:
        """Return a set stopped where the lifter believed to have the target left."""
        known = self._smoothed.get(muscle, FIRST_E1RM_KG)
        load = load_for(known, REPS, target_rir)
        possible = 30 * (strength / load - 1)
        return LoggedSet(
            load_kg=load,
            reps=max(1, round(possible - true_rir)),
            rir=target_rir,
            target=Target(load_kg=load, reps=REPS, rir=target_rir),
        )

    def _judge(
        self, muscle: Muscle, sets: Sequence[LoggedSet], *, counts: bool
    ) -> int | None:
        performance = exercise_performance(
            ExerciseLog(
                sets=sets,
                planned_sets=len(sets),
                previous_e1rm_kg=self._previous.get(muscle),
            )
        )
        exposure = exposure_e1rm(sets)
        if counts and exposure is not None:
            before = self._smoothed.get(muscle)
            self._smoothed[muscle] = smoothed_e1rm(before, exposure)
            self._previous[muscle] = exposure
        return performance

    def _given(self, answer: int) -> int | None:
        return None if self._gaps.random() < self._missing else answer


def _chance(seed: str, what: str) -> Random:
    return Random(f"{seed}/{what}")  # noqa: S311 - repeatable, not secret
