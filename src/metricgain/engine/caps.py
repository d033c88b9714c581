"""How far a change in sets may go for one muscle; docs/engine/applying.md."""

from dataclasses import dataclass
from typing import Final

from metricgain.engine.landmarks import Emphasis, Experience, Landmark, mrv
from metricgain.engine.muscles import Trained
from metricgain.engine.wording import name_of, sets

MOST_ADDED: Final = 3
MOST_PER_MUSCLE_AND_SESSION: Final = 12
BEGINNER_ADDS: Final = 1
LEAST_WEEKLY_GROWTH: Final = 2
MOST_WEEKLY_GROWTH: Final = 3
_EMPHASIS_ADDS: Final = {Emphasis.MAINTAIN: 0, Emphasis.GROW: 1, Emphasis.EMPHASIZE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleWeek:
    """What the caps need to know about a muscle in the week of the next session.

    Sets are direct sets. `last_week_sets` were planned in the week before,
    `granted` is the net change already given to other sessions of this week,
    `planned_week_sets` is the week's sum as it stands (None: the two added).
    `three_sets_allowed` is the lifter's consent to +3 on an emphasized muscle.
    `after_recovery` says that the previous session of the muscle, or this slot
    one week ago, was a recovery session.
    """

    muscle: Trained
    landmark: Landmark
    sessions_per_week: int
    last_week_sets: int
    granted: int = 0
    planned_week_sets: int | None = None
    emphasis: Emphasis = Emphasis.GROW
    experience: Experience = Experience.INTERMEDIATE
    three_sets_allowed: bool = False
    after_recovery: bool = False


@dataclass(frozen=True, slots=True)
class Capped:
    """A change in sets after the caps, and the clause that says what limited it."""

    delta: int
    clause: str | None = None


def weekly_growth(last_week_sets: int) -> int:
    """Return by how many sets a muscle's week may grow: 2, or 3 from 7 sets on.

    min(3, max(2, 30 % of last week's sets, rounded up)).
    """
    third = -(-3 * last_week_sets // 10)
    return min(MOST_WEEKLY_GROWTH, max(LEAST_WEEKLY_GROWTH, third))


def cap_add(wanted: int, week: MuscleWeek, *, session_sets: int) -> Capped:
    """Return how many of the wanted sets the muscle may gain in the session.

    `session_sets` are its direct sets there before the change. The caps are
    tried in the order of docs/engine/applying.md; the clause names the one that
    decided. They only stop additions: sets that are planned already stay.
    """
    capped = Capped(wanted)
    for limit in _limits(week, session_sets):
        if limit.delta < capped.delta:
            capped = limit
    return capped


def session_floor(week: MuscleWeek) -> int:
    """Return the sets of one session that maintain the muscle: MV over sessions."""
    return -(-week.landmark.maintenance // week.sessions_per_week)


def cap_cut(wanted: int, week: MuscleWeek, *, session_sets: int) -> Capped:
    """Return the cut (0 or less) that still maintains the muscle."""
    room = max(0, session_sets - session_floor(week))
    if -wanted <= room:
        return Capped(wanted)
    return Capped(
        -room, f"your {name_of(week.muscle)} would fall below what keeps its size"
    )


def halved(count: int) -> int:
    """Return half of the sets or reps, rounded up."""
    return -(-count // 2)


def restart_sets(session_sets: int, week: MuscleWeek) -> int:
    """Return the sets of the session that follows a recovery session.

    Halfway between the starting sets and where the muscle was, halves rounded
    up, at least the starting sets, and never more than before.
    """
    mev, sessions = week.landmark.mev, week.sessions_per_week
    midpoint = (mev + session_sets * sessions + sessions) // (2 * sessions)
    return min(session_sets, max(-(-mev // sessions), midpoint))


def _limits(week: MuscleWeek, session_sets: int) -> tuple[Capped, ...]:
    name = name_of(week.muscle)
    most = mrv(
        week.landmark, muscle=week.muscle, sessions_per_week=week.sessions_per_week
    )
    planned = week.planned_week_sets
    if planned is None:
        planned = week.last_week_sets + week.granted
    growth = weekly_growth(week.last_week_sets)
    return (
        _by_emphasis(week),
        Capped(
            BEGINNER_ADDS if week.experience is Experience.BEGINNER else MOST_ADDED,
            "a beginner adds at most 1 set to a session",
        ),
        Capped(
            max(0, growth - max(0, week.granted)),
            f"your {name} may grow by {sets(growth)} a week at most",
        ),
        Capped(
            max(0, most - planned),
            f"your {name} would pass {sets(most)} a week, the most to recover from",
        ),
        Capped(
            max(0, MOST_PER_MUSCLE_AND_SESSION - session_sets),
            f"one session holds at most {sets(MOST_PER_MUSCLE_AND_SESSION)} for"
            " a muscle",
        ),
    )


def _by_emphasis(week: MuscleWeek) -> Capped:
    name = name_of(week.muscle)
    if week.emphasis is Emphasis.EMPHASIZE and week.three_sets_allowed:
        return Capped(MOST_ADDED)
    adds = _EMPHASIS_ADDS[week.emphasis]
    if adds == 0:
        return Capped(0, f"the emphasis on your {name} is {week.emphasis}")
    return Capped(
        adds,
        f"the emphasis on your {name} is {week.emphasis}, which adds at most"
        f" {sets(adds)} to a session",
    )
