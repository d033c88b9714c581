"""Measures of the body: weight, fat, circumferences."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from metricgain.api.routes import read, remove, replace
from metricgain.api.session import Asker
from metricgain.store.logs import local_date
from metricgain.store.measurements import (
    Measurement,
    delete_measurement,
    list_measurements,
    save_measurement,
)

_Kind: TypeAlias = Annotated[
    str, Meta(min_length=1, max_length=40, pattern="^[a-z0-9_]+$", examples=["weight"])
]


class MeasurementBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What was measured, when, and how much of which unit."""

    kind: _Kind
    measured_at: datetime
    value: Annotated[float, Meta(gt=0, le=10_000, examples=[82.4])]
    unit: Literal["kg", "lb", "%", "cm", "in", "mm"]
    note: Annotated[str, Meta(max_length=2000, pattern=r"^[^\x00]*$")] | None = None


class MeasurementShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A measure of the body; `source` is the app that it comes from."""

    id: UUID
    kind: str
    measured_at: datetime
    local_date: date
    value: float
    unit: str
    note: str | None
    source: str


class MeasurementList(msgspec.Struct, kw_only=True, rename="camel"):
    """Measures of the body, the latest first."""

    measurements: list[MeasurementShape]


@read("/body-measurements", tags=["measurements"])
async def get_measurements(
    asker: Asker,
    kind: Annotated[
        str | None, QueryParameter(max_length=40, description="Such as weight.")
    ] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=5000)] = 1000,
) -> MeasurementList:
    """List what was measured of one's body, the latest first."""
    async with asker.reading() as tx:
        found = await list_measurements(
            tx,
            kind=kind,
            first=first or date.min,
            last=last or date.max,
            most=limit,
        )
    return MeasurementList(measurements=[_shape(one) for one in found])


@replace("/body-measurements/{measurement_id:uuid}", tags=["measurements"])
async def put_measurement(
    asker: Asker, measurement_id: FromPath[UUID], data: JSONBody[MeasurementBody]
) -> MeasurementShape:
    """Add a measure under an id of one's own making, or correct it."""
    async with asker.changing() as change:
        saved = await save_measurement(
            change,
            Measurement(
                id=measurement_id,
                kind=data.kind,
                measured_at=data.measured_at,
                local_date=local_date(
                    data.measured_at, asker.caller.timezone, field="measuredAt"
                ),
                value=round(Decimal(str(data.value)), 3),
                unit=data.unit,
                note=data.note,
            ),
        )
    return _shape(saved)


@remove("/body-measurements/{measurement_id:uuid}", tags=["measurements"])
async def delete_a_measurement(asker: Asker, measurement_id: FromPath[UUID]) -> None:
    """Delete a measure of one's body."""
    async with asker.changing() as change:
        await delete_measurement(change, measurement_id)


def _shape(one: Measurement) -> MeasurementShape:
    return MeasurementShape(
        id=one.id,
        kind=one.kind,
        measured_at=one.measured_at,
        local_date=one.local_date,
        value=float(one.value),
        unit=one.unit,
        note=one.note,
        source=one.source,
    )


ROUTES = [get_measurements, put_measurement, delete_a_measurement]
