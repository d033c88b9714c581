"""Every set over time, under names that tell nothing of whose it is."""

from collections.abc import Sequence
from typing import Final

from metricgain.engine.e1rm import stored_e1rm
from metricgain.engine.iso_weeks import monday_of, week_of
from metricgain.kit.pseudonyms import Pseudonym
from metricgain.kit.tabular import Cell, Column, Kind
from metricgain.store.database import Row, Transaction
from metricgain.store.exporting import sets_over_time

_KINDS: Final[dict[str, Kind]] = {
    "user_id": "text",
    "workout_id": "text",
    "exercise_id": "text",
    "exercise_name": "text",
    "muscle_group": "text",
    "mesocycle_id": "text",
    "week_number": "whole",
    "iso_year": "whole",
    "iso_week": "whole",
    "week_start": "day",
    "local_date": "day",
    "performed_at": "moment",
    "set_number": "whole",
    "set_type": "text",
    "weight": "number",
    "weight_unit": "text",
    "reps": "whole",
    "rir": "number",
    "volume": "number",
    "load_kg": "number",
    "volume_kg": "number",
    "e1rm_kg": "number",
    "is_working": "flag",
    "is_deload": "flag",
    "soreness_level": "whole",
    "pump_level": "whole",
    "challenge_level": "whole",
}
COLUMNS: Final = tuple(Column(name=name, kind=kind) for name, kind in _KINDS.items())
"""The table of requirement 2, with the weeks, loads and estimates beside it."""


async def performance_over_time(
    user: Transaction, pseudonym: Pseudonym
) -> list[tuple[int, Sequence[Cell]]]:
    """Return year and COLUMNS of each set of the bound user, in order of time.

    Users, workouts, blocks and the lifter's own exercises go by pseudonyms; the names
    of own exercises are left out, for they may tell who it is.
    """
    who = pseudonym("user", user.user_id)
    return [
        (row["local_date"].year, _row(row, who, pseudonym))
        for row in await sets_over_time(user)
    ]


def _row(row: Row, who: str, pseudonym: Pseudonym) -> Sequence[Cell]:
    cells = _names(row, who, pseudonym) | _times(row) | _numbers(row)
    # What is not derived here stands in the row under the same name.
    return [cells[name] if name in cells else row[name] for name in _KINDS]


def _names(row: Row, who: str, pseudonym: Pseudonym) -> dict[str, Cell]:
    exercise_id, block = row["exercise_id"], row["mesocycle_id"]
    own = row["is_own"]
    return {
        "user_id": who,
        "workout_id": pseudonym("workout", row["workout_log_id"]),
        "exercise_id": (
            pseudonym("exercise", exercise_id) if own else str(exercise_id)
        ),
        "exercise_name": None if own else row["name"],
        "mesocycle_id": None if block is None else pseudonym("mesocycle", block),
    }


def _times(row: Row) -> dict[str, Cell]:
    year, week = week_of(row["local_date"])
    return {
        "iso_year": year,
        "iso_week": week,
        "week_start": monday_of(row["local_date"]),
    }


def _numbers(row: Row) -> dict[str, Cell]:
    weight, load_kg = float(row["weight"]), row["load_g"] / 1000
    rir = None if row["rir"] is None else float(row["rir"])
    return {
        "weight": weight,
        "rir": rir,
        "volume": round(weight * row["reps"], 2),
        "load_kg": load_kg,
        "volume_kg": round(load_kg * row["reps"], 3),
        "e1rm_kg": _estimate(row, load_kg, rir),
    }


def _estimate(row: Row, load_kg: float, rir: float | None) -> float | None:
    if not row["is_working"] or row["is_doubtful"]:
        return None
    estimate = stored_e1rm(load_kg, row["reps"], rir)
    return None if estimate is None else round(estimate.kg, 3)
