"""What followed on the answers about a muscle group."""

from datetime import date
from uuid import UUID

from metricgain.engine.muscles import MuscleGroup
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Row, Transaction, sql


async def answers_with_next_sets(user: Transaction) -> list[Row]:
    """Return one row per muscle group and combination of answers of the bound user.

    Each row has muscle_group, soreness_level, pump_level and challenge_level (0 to 3,
    or None where nothing was answered), occurrences, followed and next_sets.
    """
    await see_archive(user)
    return await user.rows(sql("feedback_correlation"), user.user_id)


async def feedback_rows(
    user: Transaction,
    days: tuple[date, date],
    *,
    muscle_group: MuscleGroup | None,
    mesocycle_id: UUID | None,
) -> list[Row]:
    """Return the answers given on these days, both included, the earliest first.

    Each row has id, local_date, mesocycle_id and week_number of its workout,
    muscle_group, the three levels, and the sets that the group was given in it.
    """
    await see_archive(user, Wanted(first=days[0], last=days[1]))
    return await user.rows(
        sql("feedback_history"), user.user_id, *days, muscle_group, mesocycle_id
    )
