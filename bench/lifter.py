"""A lifter made of equations, to try decision policies on; docs/engine/evidence.md.

Growth, fatigue and soreness move in steps of a day. The numbers are partly
published and partly chosen so that answers occur about as often as people give
them. It can compare policies with each other; it says nothing about a person.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, log1p, sqrt
from random import Random  # noqa: TID251 - every caller passes a seeded generator
from typing import Final

from metricgain.engine.muscles import Muscle

MOST_TRUE_RIR: Final = 6.0
EARLY_ANSWER_DAYS: Final = 1
"""Soreness is answered as it was this many days after the session."""


class Overreach(StrEnum):
    """What fatigue does to growth: nobody knows, so all three are tried."""

    NONE = "none"
    MILD = "mild"
    STRONG = "strong"


_OVERREACH: Final = {
    Overreach.NONE: (0.0, 1.0, 0.0),
    Overreach.MILD: (0.06, 0.20, 1.0),
    Overreach.STRONG: (0.05, 0.08, 1.5),
}
"""Fatigue at which growth begins to suffer, the fatigue more that costs all of it,
and the most it can cost (1.5 means that muscle is lost). Ours, a sweep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """Every constant of the simulator, the same for all lifters.

    "Literature" marks what is taken from studies or reviews, most of it of low
    certainty; "ours" marks what was chosen and fitted to nothing.
    """

    growth_per_day: float = log(1.047) / 70
    """Growth of a typical muscle at 12 sets a week: 4.7 % in 70 days (Pelland 2026,
    a third party's fit)."""
    reference_sets: float = 12
    """Sets per week at which growth_per_day holds, on a square-root curve
    (Pelland 2026)."""
    growth_ceiling: float = 0.25
    """The size a muscle can gain from the start, as a fraction (ours)."""
    rir_slope: float = 0.059
    """Growth lost per rep in reserve, as an exponent (Robinson 2024)."""
    rir_error_mean: float = 0.95
    rir_error_sd: float = 0.9
    """True minus stated reps in reserve (Halperin 2022: 0.95; spread ours)."""
    full_sets: float = 8
    extra_sets: float = 4
    """Sets of a session that count in full; the rest add up to these (ours)."""
    fatigue_per_set: float = 0.02
    """Capacity lost per set, as a fraction (literature)."""
    fatigue_at_failure: float = 0.5
    """Extra fatigue of sets with less than one rep in reserve (ours)."""
    fatigue_days: float = 1.75
    """Days until a muscle's fatigue falls to 37 % (literature: 1.5 to 2)."""
    most_fatigue: float = 0.30
    systemic_per_set: float = 0.0007
    systemic_days: float = 10
    most_systemic: float = 0.15
    systemic_share: float = 0.5
    """Whole-body fatigue: per set, days to 37 %, limit, its weight (ours)."""
    soreness_per_root_set: float = 0.30
    soreness_days: float = 1.5
    """Soreness per square root of sets, days until 37 % (ours)."""
    accustomed_at_start: float = 0.5
    accustomed_sets: float = 12
    accustomed_days: float = 14
    accustomed_fatigue: float = 0.3
    accustomed_soreness: float = 0.6
    """How regular training dulls fatigue and soreness (ours)."""
    detrained_below: float = 3
    detrained_after_days: int = 14
    detraining_days: float = 70
    """Below so many weekly sets for so long, size decays (literature, 70 days)."""
    day_to_day_sd: float = 0.02
    """Strength from day to day, as a fraction (literature: 2 to 3 %)."""
    habit_sd: float = 0.5
    answer_scale: float = 0.35
    """A person's habit in answering, and the logistic chance in each answer (ours)."""
    responsiveness_sd: float = 0.45
    """Spread of growth between people, in logarithms (literature)."""
    fatigue_sd: float = 0.35
    fatigue_days_sd: float = 0.25
    systemic_sd: float = 0.35
    soreness_sd: float = 0.4
    """Spread between people, in logarithms (ours)."""
    soreness_cuts: tuple[float, float, float] = (0.35, 0.9, 1.6)
    pump_cuts: tuple[float, float, float] = (0.8, 1.35, 2.1)
    challenge_cuts: tuple[float, float, float] = (0.55, 1.6, 2.5)
    """Where the answers 1, 2 and 3 begin (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """How one lifter differs from others; the first five are factors around 1."""

    responsiveness: float
    fatigue: float
    fatigue_days: float
    systemic: float
    soreness: float
    sore_habit: float
    pump_habit: float
    challenge_habit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """A muscle's work in one session: its sets and the true reps in reserve."""

    muscle: Muscle
    sets: int
    true_rir: float


@dataclass(slots=True)
class _State:
    accustomed: float
    size: float = 0.0
    fatigue: float = 0.0
    soreness: float = 0.0
    remembered: float = 0.0
    days_since: int = 0
    low_days: int = 0
    week: tuple[float, ...] = (0.0,) * 7
    """Effective sets of the last seven days, today's first."""


def draw_traits(rng: Random, assumed: Assumptions) -> Traits:
    """Draw a lifter from the population."""

    def factor(sd: float) -> float:
        return exp(rng.gauss(0, sd))

    return Traits(
        responsiveness=factor(assumed.responsiveness_sd),
        fatigue=factor(assumed.fatigue_sd),
        fatigue_days=factor(assumed.fatigue_days_sd),
        systemic=factor(assumed.systemic_sd),
        soreness=factor(assumed.soreness_sd),
        sore_habit=rng.gauss(0, assumed.habit_sd),
        pump_habit=rng.gauss(0, assumed.habit_sd),
        challenge_habit=rng.gauss(0, assumed.habit_sd),
    )


class SimulatedLifter:
    """One lifter's body, day by day: train what is planned, then end the day."""

    def __init__(
        self,
        traits: Traits,
        *,
        assumed: Assumptions,
        overreach: Overreach,
        rng: Random,
    ) -> None:
        self._traits = traits
        self._assumed = assumed
        self._overreach = _OVERREACH[overreach]
        self._rng = rng
        self._systemic = 0.0
        self._states: dict[Muscle, _State] = {}
        self._fatigue_left = exp(-1 / (assumed.fatigue_days * traits.fatigue_days))
        self._soreness_left = exp(-1 / assumed.soreness_days)
        self._systemic_left = exp(-1 / assumed.systemic_days)
        self._accustoming = 1 - exp(-1 / assumed.accustomed_days)
        self._kept_untrained = exp(-1 / assumed.detraining_days)

    def size(self, muscle: Muscle) -> float:
        """Return the muscle's growth since the start, as a fraction."""
        return self._state(muscle).size

    def fatigue(self, muscle: Muscle) -> float:
        """Return the fatigue that weighs on the muscle's growth, its own and shared."""
        shared = self._assumed.systemic_share * self._systemic
        return self._state(muscle).fatigue + shared

    def strength(self, muscle: Muscle) -> float:
        """Return the strength on a usual day as a factor of the start's, when fresh."""
        state = self._state(muscle)
        return (1 + state.size) * (1 - state.fatigue) * (1 - self._systemic)

    def capacity(self, muscle: Muscle) -> float:
        """Return the strength of today: some days are better than others."""
        chance = exp(self._rng.gauss(0, self._assumed.day_to_day_sd))
        return self.strength(muscle) * chance

    def true_rir(self, stated: float) -> float:
        """Return what was really left when the lifter believed in `stated` reps."""
        error = self._rng.gauss(
            self._assumed.rir_error_mean, self._assumed.rir_error_sd
        )
        return min(MOST_TRUE_RIR, max(0.0, stated + error))

    def train(self, effort: Effort) -> None:
        """Do a muscle's sets of today."""
        a, state, n = self._assumed, self._state(effort.muscle), effort.sets
        counted = float(n)
        if n > a.full_sets:
            beyond = (n - a.full_sets) / a.extra_sets
            counted = a.full_sets + a.extra_sets * (1 - exp(-beyond))
        worth = counted * exp(-a.rir_slope * effort.true_rir)
        state.week = (state.week[0] + worth, *state.week[1:])
        near_failure = 1 + a.fatigue_at_failure * (effort.true_rir < 1)
        dulled = 1 - a.accustomed_fatigue * state.accustomed
        tired = a.fatigue_per_set * self._traits.fatigue * n * near_failure * dulled
        state.fatigue = min(a.most_fatigue, state.fatigue + tired)
        state.soreness += (
            a.soreness_per_root_set
            * self._traits.soreness
            * sqrt(n)
            * (1 - a.accustomed_soreness * state.accustomed)
        )
        state.remembered, state.days_since = state.soreness, 0
        whole = self._systemic + a.systemic_per_set * self._traits.systemic * n
        self._systemic = min(a.most_systemic, whole)

    def end_day(self) -> None:
        """Grow and recover overnight."""
        for muscle, state in self._states.items():
            self._grow(state, self.fatigue(muscle))
            state.fatigue *= self._fatigue_left
            state.soreness *= self._soreness_left
            state.days_since += 1
            if state.days_since == EARLY_ANSWER_DAYS:
                state.remembered = state.soreness
        self._systemic *= self._systemic_left

    def soreness(self, muscle: Muscle) -> int:
        """Answer how sore the muscle's last session left it, 0 to 3."""
        felt = 1.6 * self._state(muscle).remembered + self._traits.sore_habit
        return self._answer(felt, self._assumed.soreness_cuts)

    def pump(self, effort: Effort) -> int:
        """Answer how good the pump of today's work was, 0 to 3."""
        felt = 0.9 * log1p(effort.sets) - 0.125 * effort.true_rir
        return self._answer(felt + self._traits.pump_habit, self._assumed.pump_cuts)

    def challenge(self, effort: Effort) -> int:
        """Answer how hard today's work was, 0 (easy) to 3 (too much)."""
        state = self._state(effort.muscle)
        felt = 0.13 * effort.sets + 0.21 * (3 - effort.true_rir)
        felt += 4 * (state.fatigue + self._systemic) + self._traits.challenge_habit
        return self._answer(felt, self._assumed.challenge_cuts)

    def _state(self, muscle: Muscle) -> _State:
        found = self._states.get(muscle)
        if found is None:
            found = _State(self._assumed.accustomed_at_start)
            self._states[muscle] = found
        return found

    def _grow(self, state: _State, fatigue: float) -> None:
        a = self._assumed
        weekly = sum(state.week)
        onset, width, most = self._overreach
        suffers = 1 - min(most, max(0.0, (fatigue - onset) / width))
        drive = (sqrt(weekly + 1) - 1) / (sqrt(a.reference_sets + 1) - 1)
        room = 1 - state.size / a.growth_ceiling
        state.size += (
            self._traits.responsiveness * a.growth_per_day * drive * room * suffers
        )
        state.low_days = state.low_days + 1 if weekly < a.detrained_below else 0
        if state.low_days > a.detrained_after_days:
            state.size *= self._kept_untrained
        used_to = min(1.0, weekly / a.accustomed_sets)
        state.accustomed += self._accustoming * (used_to - state.accustomed)
        state.week = (0.0, *state.week[:-1])

    def _answer(self, felt: float, cuts: tuple[float, float, float]) -> int:
        even = min(max(self._rng.random(), 1e-9), 1 - 1e-9)
        felt += self._assumed.answer_scale * log(even / (1 - even))
        return sum(felt >= cut for cut in cuts)
