"""What followed on the answers about a muscle group."""

from metricgain.store.database import Row, Transaction, sql


async def answers_with_next_sets(user: Transaction) -> list[Row]:
    """Return one row per muscle group and combination of answers of the bound user.

    Each row has muscle_group, soreness_level, pump_level and challenge_level (0 to 3,
    or None where nothing was answered), occurrences, followed and next_sets.
    """
    return await user.rows(sql("feedback_correlation"), user.user_id)
