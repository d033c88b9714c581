"""Ways to plan a muscle's weekly sets: fixed, a fixed ramp, and the engine's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from metricgain.engine.apply import SessionPlan, apply_decisions
from metricgain.engine.board import PlannedExercise
from metricgain.engine.caps import MuscleWeek
from metricgain.engine.decisions import (
    Decision,
    Recover,
    decide_muscle,
    kind_of,
)
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.landmarks import Emphasis, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.performance import MISSED

WEEKS: Final = 6
"""Weeks of a block; the last is the deload."""
SESSIONS: Final = 2
"""Sessions of each muscle in a week."""
EXERCISES: Final = 2
"""Exercises of each muscle in a session."""
LANDMARK: Final = Landmark(maintenance=4, mev=8, target=16, mrv_at_2=22)
"""The landmark of every simulated muscle, in weekly sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A session's place: block from 0, week from 1, session of the week from 0."""

    block: int
    week: int
    session: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is known of a muscle after a session; None is not answered."""

    performance: int | None
    soreness: int | None
    pump: int | None
    challenge: int | None


class Policy(Protocol):
    """Plans the sets of each session, and may learn from what came of it.

    `decisions` counts what it decided, by kind.
    """

    decisions: dict[str, int]

    def begin_block(self, block: int) -> None:
        """Get ready for a block, counted from 0."""
        ...

    def sets(self, muscle: Muscle, slot: Slot) -> int:
        """Return the sets planned for the muscle."""
        ...

    def is_recovery(self, muscle: Muscle, slot: Slot) -> bool:
        """Say whether the muscle's session is a recovery session."""
        ...

    def learn(self, slot: Slot, reports: Mapping[Muscle, Report]) -> None:
        """Take in the reports of all muscles of a session in a hard week."""
        ...


class Fixed:
    """The same weekly sets in every week, or a straight ramp; halved in the deload."""

    def __init__(self, first: int, last: int | None = None) -> None:
        self._first = first
        self._last = first if last is None else last
        self.decisions: dict[str, int] = {}

    def begin_block(self, block: int) -> None:
        """Start over: every block is the same."""

    def sets(self, muscle: Muscle, slot: Slot) -> int:
        """Return the session's share of the week; the first takes the odd set."""
        del muscle
        hard = min(slot.week, WEEKS - 1) - 1
        rise = (self._last - self._first) * hard / (WEEKS - 2)
        weekly = round(self._first + rise)
        share = (weekly + 1 - slot.session) // SESSIONS
        return (share + 1) // 2 if slot.week == WEEKS else share

    def is_recovery(self, muscle: Muscle, slot: Slot) -> bool:
        """Return False: nothing is ever answered to."""
        del muscle, slot
        return False

    def learn(self, slot: Slot, reports: Mapping[Muscle, Report]) -> None:
        """Learn nothing."""


@dataclass(slots=True)
class _Course:
    """One muscle's block under the engine, sets by exercise."""

    start: list[tuple[int, ...]]
    planned: dict[Slot, tuple[int, ...]] = field(default_factory=dict)
    normal: dict[Slot, tuple[int, ...]] = field(default_factory=dict)
    """What a session would have had if it were not for recovery."""
    recoveries: set[Slot] = field(default_factory=set)
    misses: int = 0
    trained: bool = False


class EnginePolicy:
    """The shipped engine: its decision for each muscle, applied with every cap.

    The first block starts with `start` weekly sets. With `carries` a later one
    starts from the third week of the block before, as a lifter can; else it starts
    over.
    """

    def __init__(self, start: int, *, carries: bool) -> None:
        self._template = [
            _split((start + 1 - session) // SESSIONS) for session in range(SESSIONS)
        ]
        self._carries = carries
        self._courses: dict[Muscle, _Course] = {}
        self.decisions: dict[str, int] = {}

    def begin_block(self, block: int) -> None:
        """Start from the template, or from the third week of the last block."""
        for muscle, course in self._courses.items():
            start = list(self._template)
            if self._carries and block:
                third = Slot(block=block - 1, week=3, session=0)
                sessions = (_at(third, session=s) for s in range(SESSIONS))
                start = [course.normal[session] for session in sessions]
            self._courses[muscle] = _Course(start)

    def sets(self, muscle: Muscle, slot: Slot) -> int:
        """Return the session's sets as decided so far."""
        return sum(self._planned(muscle, slot))

    def is_recovery(self, muscle: Muscle, slot: Slot) -> bool:
        """Say whether the muscle recovers in that session."""
        return slot in self._course(muscle).recoveries

    def learn(self, slot: Slot, reports: Mapping[Muscle, Report]) -> None:
        """Decide all muscles of the session and plan the next one of the same."""
        following = _next(slot)
        if following.week == WEEKS:
            return
        decisions = {
            muscle: self._decide(muscle, report, slot=slot, following=following)
            for muscle, report in reports.items()
        }
        applied = apply_decisions(
            SessionPlan(exercises=self._exercises(tuple(reports), following)),
            decisions,
            {m: self._week(m, slot=slot, following=following) for m in reports},
        )
        sets = [one.sets for one in applied.exercises]
        for index, (muscle, decision) in enumerate(decisions.items()):
            begin = index * EXERCISES
            self._write(
                muscle, decision, following, tuple(sets[begin : begin + EXERCISES])
            )

    def _decide(
        self, muscle: Muscle, report: Report, *, slot: Slot, following: Slot
    ) -> Decision:
        course = self._course(muscle)
        if slot not in course.recoveries:
            missed = report.performance == MISSED
            course.misses = course.misses + 1 if missed else 0
        facts = self._facts(muscle, report, slot=slot, following=following)
        course.trained = True
        return decide_muscle(facts)

    def _write(
        self,
        muscle: Muscle,
        decision: Decision,
        following: Slot,
        sets: tuple[int, ...],
    ) -> None:
        course, kind = self._course(muscle), kind_of(decision)
        self.decisions[kind] = self.decisions.get(kind, 0) + 1
        base = self._base(muscle, following)
        course.planned[following] = course.normal[following] = sets
        if isinstance(decision, Recover):
            course.normal[following] = base
            course.recoveries.add(following)
            course.misses = 0

    def _facts(
        self, muscle: Muscle, report: Report, *, slot: Slot, following: Slot
    ) -> MuscleFacts:
        course = self._course(muscle)
        return MuscleFacts(
            muscle=muscle,
            week_number=slot.week,
            weeks=WEEKS,
            next_session=NextSession(week_number=following.week),
            has_previous=course.trained,
            performance=report.performance,
            soreness=report.soreness,
            pump=report.pump,
            challenge=report.challenge,
            consecutive_misses=course.misses,
            this_is_recovery=slot in course.recoveries,
        )

    def _exercises(
        self, muscles: Sequence[Muscle], following: Slot
    ) -> tuple[PlannedExercise, ...]:
        return tuple(
            PlannedExercise(
                position=index * EXERCISES + number,
                base_sets=sets,
                contributions={muscle: 1.0},
            )
            for index, muscle in enumerate(muscles)
            for number, sets in enumerate(self._base(muscle, following))
        )

    def _week(self, muscle: Muscle, *, slot: Slot, following: Slot) -> MuscleWeek:
        course = self._course(muscle)
        week = range(SESSIONS)
        last = [_at(following, week=following.week - 1, session=s) for s in week]
        earlier = [_at(following, session=s) for s in range(following.session)]
        last_sets = sum(self.sets(muscle, s) for s in last) if following.week > 1 else 0
        granted = sum(
            self.sets(muscle, s) - self.sets(muscle, _at(s, week=s.week - 1))
            for s in earlier
            if s.week > 1
        )
        return MuscleWeek(
            muscle=muscle,
            landmark=LANDMARK,
            sessions_per_week=SESSIONS,
            last_week_sets=last_sets or sum(map(sum, course.start)),
            granted=granted,
            emphasis=Emphasis.GROW,
            after_recovery=following.week > 1
            and bool({slot, last[following.session]} & course.recoveries),
        )

    def _base(self, muscle: Muscle, slot: Slot) -> tuple[int, ...]:
        course = self._course(muscle)
        if slot.week == 1:
            return course.start[slot.session]
        before = _at(slot, week=slot.week - 1)
        return course.normal.get(before, self._planned(muscle, before))

    def _planned(self, muscle: Muscle, slot: Slot) -> tuple[int, ...]:
        if slot.week == WEEKS:
            hard = self._planned(muscle, _at(slot, week=WEEKS - 1))
            return tuple((sets + 1) // 2 for sets in hard)
        found = self._course(muscle).planned.get(slot)
        return self._base(muscle, slot) if found is None else found

    def _course(self, muscle: Muscle) -> _Course:
        return self._courses.setdefault(muscle, _Course(list(self._template)))


def _split(sets: int) -> tuple[int, ...]:
    return tuple((sets + EXERCISES - 1 - i) // EXERCISES for i in range(EXERCISES))


def _at(slot: Slot, *, week: int | None = None, session: int | None = None) -> Slot:
    return Slot(
        block=slot.block,
        week=slot.week if week is None else week,
        session=slot.session if session is None else session,
    )


def _next(slot: Slot) -> Slot:
    if slot.session + 1 < SESSIONS:
        return _at(slot, session=slot.session + 1)
    return _at(slot, week=slot.week + 1, session=0)
