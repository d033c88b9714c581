"""Measures of the body: weight, fat, circumferences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One measure of the body: what, when, how much of which unit.

    `kind` is a word such as `weight`, `fat` or `waist`, `unit` one such as `kg`, `%` or
    `cm`, `source` the app that it comes from.
    """

    id: UUID
    kind: str
    measured_at: datetime
    local_date: date
    value: Decimal
    unit: str
    note: str | None = None
    source: str = "app"


async def list_measurements(
    tx: Transaction, *, kind: str | None, first: date, last: date, most: int
) -> list[Measurement]:
    """Return what was measured from a day to another, the latest first."""
    rows = await tx.rows(sql("measurements_list"), tx.user_id, kind, first, last, most)
    return [_measurement(row) for row in rows]


async def save_measurement(change: Change, one: Measurement) -> Measurement:
    """Add a measure or correct it. Raises Conflict for a second of kind and moment."""
    same = await change.tx.value(
        sql("measurement_same"), change.user_id, one.kind, one.measured_at, one.id
    )
    if same is not None:
        raise Conflict(
            "this was measured at that moment already",
            field="measuredAt",
            remedy=f"Correct the measure {same} instead.",
        )
    row = await change.tx.row(
        sql("measurement_save"),
        change.user_id,
        one.id,
        one.kind,
        one.measured_at,
        one.local_date,
        one.value,
        one.unit,
        one.note,
    )
    assert row is not None
    return _measurement(row)


async def delete_measurement(change: Change, measurement_id: UUID) -> None:
    """Delete a measure; one that is not there changes nothing."""
    await change.tx.run(sql("measurement_delete"), change.user_id, measurement_id)


async def known_measurements(
    tx: Transaction, measures: Sequence[Measurement]
) -> set[tuple[str, datetime]]:
    """Return which kinds and moments of these are measured already."""
    rows = await tx.rows(
        sql("import_measures_known"),
        tx.user_id,
        [one.kind for one in measures],
        [one.measured_at for one in measures],
    )
    return {(row["kind"], row["measured_at"]) for row in rows}


async def add_measurements(
    change: Change, source: str, measures: Sequence[Measurement], *, import_id: UUID
) -> None:
    """Add what an import brings; what is here of a kind and moment stays."""
    if measures:
        await change.tx.run(
            sql("import_measures_save"),
            change.user_id,
            source,
            import_id,
            [one.id for one in measures],
            [one.kind for one in measures],
            [one.measured_at for one in measures],
            [one.local_date for one in measures],
            [one.value for one in measures],
            [one.unit for one in measures],
            [one.note for one in measures],
        )


def _measurement(row: Row) -> Measurement:
    return Measurement(**dict(row))
