"""What the log knows of exercises, for the loads that a block starts with."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Final

from metricgain.engine.block import Known
from metricgain.engine.e1rm import smoothed_e1rm, trend_e1rm
from metricgain.engine.equipment import Unit
from metricgain.engine.first_week import History
from metricgain.engine.logged_load import logged_load_kg
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG, Lift

EXPOSURES: Final = 8
"""Workouts back that the estimate looks; older strength says little of today's."""


async def load_known(
    tx: Transaction, lifts: Mapping[int, Lift], *, lifter: Lifter, on: date
) -> Mapping[int, Known]:
    """Return what is known of these exercises on a day, by one statement.

    The estimate is smoothed over the latest workouts with the exercise. Exercises that
    were never done, or only in ways that say nothing of strength, are left out.
    """
    rows = await tx.rows(sql("history_recent"), tx.user_id, sorted(lifts))
    forgotten = sorted({*lifts} - {row["exercise_id"] for row in rows})
    if forgotten and await see_archive(tx, Wanted(exercises=forgotten)):
        rows += await tx.rows(sql("history_recent"), tx.user_id, forgotten)
    found = {}
    for exercise_id, sets in groupby(rows, key=lambda row: row["exercise_id"]):
        known = _known(list(sets), lifts[exercise_id], lifter=lifter, on=on)
        if known is not None:
            found[exercise_id] = known
    return found


def _known(rows: list[Row], lift: Lift, *, lifter: Lifter, on: date) -> Known | None:
    exposures = [
        list(sets) for _, sets in groupby(rows, key=lambda row: row["workout_log_id"])
    ][-EXPOSURES:]
    estimate: float | None = None
    best: Row | None = None
    heaviest = 0.0
    for sets in exposures:
        estimated = [(_estimate(row, lift, lifter), row) for row in sets]
        strongest = _strongest(estimated)
        if strongest is None:
            continue
        kg, best = strongest
        estimate = smoothed_e1rm(estimate, kg)
        heaviest = max(heaviest, *(_load_kg(row, lift, lifter) for row in sets))
    if estimate is None or best is None:
        return None
    return Known(
        history=History(
            e1rm_kg=estimate,
            heaviest_kg=heaviest,
            days_since=max(0, (on - exposures[-1][0]["local_date"]).days),
        ),
        load=f"{float(best['weight']):g} {best['weight_unit']}",
        reps=best["reps"],
        on=best["local_date"],
    )


def _strongest(
    estimated: Iterable[tuple[float | None, Row]],
) -> tuple[float, Row] | None:
    known = [(kg, row) for kg, row in estimated if kg is not None]
    return max(known, key=lambda pair: pair[0]) if known else None


def _estimate(row: Row, lift: Lift, lifter: Lifter) -> float | None:
    rir = None if row["rir"] is None else float(row["rir"])
    return trend_e1rm(_load_kg(row, lift, lifter), row["reps"], rir)


def _load_kg(row: Row, lift: Lift, lifter: Lifter) -> float:
    logged = row["body_weight_kg"]
    own = float(logged) if logged is not None else lifter.body_weight_kg
    kg = logged_load_kg(
        float(row["weight"]),
        unit=Unit(row["weight_unit"]),
        load_kind=row["load_kind"] or lift.load_kind,
        bodyweight_kg=own or ASSUMED_BODY_WEIGHT_KG,
        bodyweight_factor=lift.body_weight_factor,
    )
    return kg or 0.0
