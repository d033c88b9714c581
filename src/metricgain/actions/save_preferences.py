"""Save what a lifter prefers."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from metricgain.kit.errors import Invalid
from metricgain.kit.text import one_line
from metricgain.kit.timezones import checked_timezone
from metricgain.store.changes import Change
from metricgain.store.gyms import own_gym
from metricgain.store.preferences import (
    Preferences,
    load_preferences,
    store_preferences,
)

_LANGUAGE: Final = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


async def save_preferences(
    change: Change, edit: Callable[[Preferences], Preferences]
) -> Preferences:
    """Edit the lifter's preferences and return them.

    What `edit` leaves as it is stays. Of two devices the one that the server hears
    last wins. Raises Invalid.
    """
    before = await load_preferences(change.tx)
    after = _checked(edit(before))
    if after.gym_id not in (None, before.gym_id):
        await own_gym(change.tx, after.gym_id)
    if after != before:
        await store_preferences(change, after)
    return after


def _checked(preferences: Preferences) -> Preferences:
    checked_timezone(preferences.timezone)
    if not _LANGUAGE.fullmatch(preferences.language):
        raise Invalid("must be a language like en or pt-BR", field="language")
    percentages = preferences.warm_up_percentages
    if percentages is not None and list(percentages) != sorted(set(percentages)):
        raise Invalid("must rise from one to the next", field="warmUpPercentages")
    if preferences.full_name is None:
        return preferences
    return replace(
        preferences, full_name=one_line(preferences.full_name, field="fullName")
    )
