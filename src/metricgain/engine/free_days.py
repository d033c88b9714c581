"""Workouts that would fall on days to be kept free move within their week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from metricgain.engine.block import Week
from metricgain.engine.first_week import DAYS_PER_WEEK
from metricgain.engine.generator.profile import Profile


def clear_of_free_days(
    weeks: Sequence[Week], profile: Profile | None
) -> tuple[Week, ...]:
    """Return weeks whose workouts lie on days that a lifter does not keep free.

    The workouts of a week move as little as they can and keep their order. Where a week
    has too few other days, the last ones stay where they are.
    """
    if profile is None or not profile.free:
        return tuple(weeks)
    return tuple(_clear(week, profile) for week in weeks)


def _clear(week: Week, profile: Profile) -> Week:
    wanted = [one.scheduled_on for one in week.sessions]
    found = clear_days(week.start, wanted, profile)
    return replace(
        week,
        sessions=tuple(
            replace(session, scheduled_on=day)
            for session, day in zip(week.sessions, found, strict=True)
        ),
    )


def clear_days(
    start: date, wanted: Sequence[date], profile: Profile | None
) -> tuple[date, ...]:
    """Return days for the workouts of a week, of which `start` is the first day."""
    if profile is None or not any(profile.is_free(day) for day in wanted):
        return tuple(wanted)
    days = [start + timedelta(days=each) for each in range(DAYS_PER_WEEK)]
    room = [day for day in days if not profile.is_free(day)]
    # What has no room keeps its day, so the others move around it.
    kept = sorted(wanted[len(room) :])
    return min(
        (
            tuple(sorted((*chosen, *kept)))
            for chosen in combinations(room, len(wanted) - len(kept))
            if not set(chosen) & set(kept)
        ),
        key=lambda chosen: (_moves(wanted, chosen), chosen),
        default=tuple(wanted),
    )


def _moves(before: Sequence[date], after: Sequence[date]) -> int:
    pairs = zip(before, after, strict=True)
    return sum(abs((new - old).days) for old, new in pairs)
