"""What a lifter wants from a plan: load and save.

Experience and minutes are preferences, because more than plans depends on them.
"""

from collections.abc import Mapping
from dataclasses import replace

from metricgain.engine.generator.profile import (
    FreeSpan,
    Goal,
    Joint,
    Place,
    Profile,
    ProfileError,
    Tool,
    check_profile,
)
from metricgain.engine.generator.safety import Health
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifter import Lifter

_FAVOURITE = "favourite"
_BANNED = "banned"
_DEFAULT_MINUTES = Profile().session_minutes


async def find_profile(tx: Transaction, lifter: Lifter) -> Profile | None:
    """Return what the user wants from a plan, None if they never said."""
    row = await tx.row(sql("training_profile_load"), tx.user_id)
    return None if row is None else _profile(row, lifter)


async def load_profile(tx: Transaction, lifter: Lifter) -> Profile:
    """Return what the user wants from a plan, or the usual."""
    return await find_profile(tx, lifter) or _with(Profile(), lifter)


def checked_profile(profile: Profile) -> Profile:
    """Return a profile that a plan can be made for. Raises Invalid."""
    try:
        check_profile(profile)
    except ProfileError as error:
        raise Invalid(error.rule, field=error.field) from error
    return profile


async def store_profile(change: Change, profile: Profile) -> None:
    """Replace what the user wants from a plan, all but experience and minutes."""
    health = profile.health
    await change.tx.run(
        sql("training_profile_save"),
        change.user_id,
        profile.goal,
        profile.place,
        profile.horizon_weeks,
        list(profile.weekdays),
        sorted(profile.tools),
        sorted(profile.injuries),
        health.heart_or_illness,
        health.is_cleared,
        health.is_under_18,
        health.is_pregnant,
        health.had_surgery,
        change.now,
    )
    await change.tx.run(sql("training_profile_clear"), change.user_id)
    if profile.emphasis:
        await change.tx.run(
            sql("training_profile_muscles_save"),
            change.user_id,
            list(profile.emphasis),
            list(profile.emphasis.values()),
        )
    wishes = {
        **dict.fromkeys(sorted(profile.banned), _BANNED),
        **dict.fromkeys(sorted(profile.favourites), _FAVOURITE),
    }
    if wishes:
        await change.tx.run(
            sql("training_profile_exercises_save"),
            change.user_id,
            list(wishes),
            list(wishes.values()),
        )
    if profile.free:
        await change.tx.run(
            sql("training_profile_free_save"),
            change.user_id,
            [span.first for span in profile.free],
            [span.last for span in profile.free],
        )


def _profile(row: Row, lifter: Lifter) -> Profile:
    emphasis: Mapping[str, str] = row["emphasis"] or {}
    exercises: Mapping[str, str] = row["exercises"] or {}
    return _with(
        Profile(
            goal=Goal(row["goal"]),
            place=Place(row["place"]),
            horizon_weeks=row["horizon_weeks"],
            weekdays=tuple(row["weekdays"]),
            tools=frozenset(Tool(each) for each in row["tools"]),
            injuries=frozenset(Joint(each) for each in row["injuries"]),
            emphasis={Muscle(m): Emphasis(word) for m, word in emphasis.items()},
            banned=_wished(exercises, _BANNED),
            favourites=_wished(exercises, _FAVOURITE),
            free=tuple(FreeSpan(first=first, last=last) for first, last in row["free"]),
            health=Health(
                heart_or_illness=row["heart_or_illness"],
                is_cleared=row["is_cleared"],
                is_under_18=row["is_under_18"],
                is_pregnant=row["is_pregnant"],
                had_surgery=row["had_surgery"],
            ),
        ),
        lifter,
    )


def _with(profile: Profile, lifter: Lifter) -> Profile:
    return replace(
        profile,
        experience=lifter.experience,
        session_minutes=lifter.session_minutes or _DEFAULT_MINUTES,
    )


def _wished(exercises: Mapping[str, str], wish: str) -> frozenset[int]:
    return frozenset(int(each) for each, word in exercises.items() if word == wish)
