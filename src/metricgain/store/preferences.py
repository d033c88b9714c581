"""What a lifter prefers: load and save."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """A lifter's preferences, with the name and the time zone of the account.

    What is None is as usual. Warm-ups are per cents of the working load, rests are
    seconds; `gym_id` is the gym that holds unless a day has its own; `week_start` is 0
    on Monday to 6 on Sunday, `reminder_minute` counts from midnight.
    """

    full_name: str | None
    timezone: str
    weight_unit: str
    experience: str
    week_start: int
    language: str
    progression_type: str
    rir_floor: int
    allow_three_sets: bool
    strict_gate: bool
    use_readiness: bool
    session_minutes: int | None
    body_weight_kg: Decimal | None
    warm_up_percentages: Sequence[int] | None
    rest_heavy_seconds: int | None
    rest_compound_seconds: int | None
    rest_isolation_seconds: int | None
    deload_style: str
    reminder_minute: int | None
    gym_id: UUID | None


async def load_preferences(tx: Transaction) -> Preferences:
    """Return the user's preferences. Raises NotFound if the account is gone."""
    row = await tx.row(sql("preferences_load"), tx.user_id)
    if row is None:
        raise NotFound("there is no such account")
    return Preferences(**row)


async def store_preferences(change: Change, preferences: Preferences) -> None:
    """Replace the user's preferences."""
    await change.tx.run(
        sql("preferences_account_save"),
        change.user_id,
        preferences.full_name,
        preferences.timezone,
        change.now,
    )
    weighs_otherwise = await change.tx.value(
        sql("preferences_save"),
        change.user_id,
        preferences.weight_unit,
        preferences.experience,
        preferences.week_start,
        preferences.language,
        preferences.progression_type,
        preferences.rir_floor,
        preferences.allow_three_sets,
        preferences.strict_gate,
        preferences.session_minutes,
        preferences.body_weight_kg,
        change.revision,
        preferences.use_readiness,
        preferences.warm_up_percentages,
        preferences.rest_heavy_seconds,
        preferences.rest_compound_seconds,
        preferences.rest_isolation_seconds,
        preferences.deload_style,
        preferences.reminder_minute,
        preferences.gym_id,
    )
    change.touched.body_weight |= bool(weighs_otherwise)
