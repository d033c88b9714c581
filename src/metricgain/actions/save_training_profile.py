"""Save what a lifter wants from a plan."""

from dataclasses import replace

from metricgain.engine.generator.profile import Profile
from metricgain.store.changes import Change
from metricgain.store.lifter import load_lifter
from metricgain.store.planning import load_planned_lifts
from metricgain.store.preferences import load_preferences, store_preferences
from metricgain.store.training_profiles import (
    checked_profile,
    load_profile,
    store_profile,
)


async def save_training_profile(change: Change, profile: Profile) -> Profile:
    """Replace the training profile and return it; saving it twice changes nothing.

    Experience and minutes are saved as the preferences that they are. Raises Invalid,
    and NotFound for an exercise that the user does not have.
    """
    checked_profile(profile)
    lifter = await load_lifter(change.tx)
    named = profile.banned | profile.favourites
    await load_planned_lifts(change.tx, named, lifter)
    before = await load_preferences(change.tx)
    after = replace(
        before,
        experience=str(profile.experience),
        session_minutes=profile.session_minutes,
    )
    if after != before:
        await store_preferences(change, after)
    await store_profile(change, profile)
    return await load_profile(change.tx, await load_lifter(change.tx))
