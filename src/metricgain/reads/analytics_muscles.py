"""What each muscle was given, against its landmarks, in total and by week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from metricgain.engine.iso_weeks import first_day, label
from metricgain.engine.landmarks import Landmark, group_landmark, landmark_for
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup, Trained
from metricgain.engine.standing import Standing, standing
from metricgain.reads.span import Span
from metricgain.store.past.rows import (
    GroupTotal,
    LifterLandmarks,
    MuscleTotal,
    MuscleWeek,
    Past,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleShare:
    """One muscle over some weeks; sets and sessions per week count trained weeks."""

    muscle: Muscle
    muscle_group: MuscleGroup
    volume: float
    percentage: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    sets_per_week: float
    sessions_per_week: float
    last_trained: date | None
    landmarks: Landmark
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShare:
    """One muscle group over some weeks; a set counts once, by its largest share."""

    muscle_group: MuscleGroup
    volume: float
    percentage: float
    direct_sets: int
    fractional_sets: float
    sets_per_week: float
    landmarks: Landmark


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleShares:
    """All muscles and groups; those that were not trained have zeros."""

    first: date
    last: date
    weeks_trained: int
    muscles: tuple[MuscleShare, ...]
    groups: tuple[GroupShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfMuscle:
    """One muscle in one week in which it was trained."""

    week: str
    week_start: date
    muscle: Muscle
    muscle_group: MuscleGroup
    volume: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    is_deload: bool


async def muscle_shares(past: Past, span: Span) -> MuscleShares:
    """Return what every muscle and group was given in the weeks of a span."""
    done = await past.muscles(span.monday, span.sunday)
    muscles = {total.muscle: total for total in done.muscles}
    groups = {total.group: total for total in done.groups}
    of_muscles = sum(total.volume for total in done.muscles)
    of_groups = sum(total.volume for total in done.groups)
    return MuscleShares(
        first=span.monday,
        last=span.sunday,
        weeks_trained=done.weeks,
        muscles=tuple(
            _muscle(
                muscles.get(muscle) or _nothing(muscle),
                volume=of_muscles,
                weeks=done.weeks,
                landmark=landmark_of(done.landmarks, muscle),
            )
            for muscle in Muscle
        ),
        groups=tuple(
            _group(
                groups.get(group) or _no_group(group),
                volume=of_groups,
                weeks=done.weeks,
                landmark=_landmark_of_group(done.landmarks, group),
            )
            for group in MuscleGroup
        ),
    )


async def muscle_weeks(past: Past, span: Span) -> tuple[WeekOfMuscle, ...]:
    """Return each muscle in each week in which it was trained, by week and name."""
    return tuple(
        week_of_muscle(row) for row in await past.muscle_weeks(span.monday, span.sunday)
    )


def week_of_muscle(row: MuscleWeek) -> WeekOfMuscle:
    """Return a muscle's week as it is shown."""
    return WeekOfMuscle(
        week=label(row.week),
        week_start=first_day(row.week),
        muscle=row.muscle,
        muscle_group=GROUP_OF[row.muscle],
        volume=row.volume,
        direct_sets=row.direct_sets,
        fractional_sets=row.fractional_sets,
        sessions=row.sessions,
        is_deload=row.is_deload,
    )


def landmark_of(lifter: LifterLandmarks, muscle: Muscle) -> Landmark:
    """Return the landmarks of a muscle, in direct sets per week."""
    return landmark_for(
        muscle, experience=lifter.experience, override=lifter.own.get(muscle)
    )


def standing_of(
    muscle: Trained, landmark: Landmark, *, sets: float, sessions: float, weeks: int
) -> Standing:
    """Return where the sets of some weeks lie; no week is a week without sets."""
    return standing(
        _per_week(sets, weeks),
        landmark,
        muscle=muscle,
        sessions_per_week=_per_week(sessions, weeks),
    )


def _landmark_of_group(lifter: LifterLandmarks, group: MuscleGroup) -> Landmark:
    own: Mapping[Muscle, Landmark] = lifter.own
    return group_landmark(group, experience=lifter.experience, overrides=own)


def _muscle(
    total: MuscleTotal, *, volume: float, weeks: int, landmark: Landmark
) -> MuscleShare:
    return MuscleShare(
        muscle=total.muscle,
        muscle_group=GROUP_OF[total.muscle],
        volume=total.volume,
        percentage=_percentage(total.volume, volume),
        direct_sets=total.direct_sets,
        fractional_sets=total.fractional_sets,
        sessions=total.sessions,
        sets_per_week=_per_week(total.direct_sets, weeks),
        sessions_per_week=_per_week(total.sessions, weeks),
        last_trained=total.last_trained,
        landmarks=landmark,
        standing=standing_of(
            total.muscle,
            landmark,
            sets=total.direct_sets,
            sessions=total.sessions,
            weeks=weeks,
        ),
    )


def _group(
    total: GroupTotal, *, volume: float, weeks: int, landmark: Landmark
) -> GroupShare:
    return GroupShare(
        muscle_group=total.group,
        volume=total.volume,
        percentage=_percentage(total.volume, volume),
        direct_sets=total.direct_sets,
        fractional_sets=total.fractional_sets,
        sets_per_week=_per_week(total.direct_sets, weeks),
        landmarks=landmark,
    )


def _percentage(part: float, whole: float) -> float:
    return round(part / whole * 100, 1) if whole > 0 else 0.0


def _per_week(number: float, weeks: int) -> float:
    return round(number / weeks, 1) if weeks else 0.0


def _nothing(muscle: Muscle) -> MuscleTotal:
    return MuscleTotal(
        muscle=muscle,
        volume=0.0,
        direct_sets=0,
        fractional_sets=0.0,
        sessions=0,
        last_trained=None,
    )


def _no_group(group: MuscleGroup) -> GroupTotal:
    return GroupTotal(group=group, volume=0.0, direct_sets=0, fractional_sets=0.0)
