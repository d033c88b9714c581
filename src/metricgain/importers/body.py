"""Reads files of measurements: body weight, fat, circumferences."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.columns import places_of
from metricgain.importers.moments import moment
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread
from metricgain.importers.values import (
    BodyRecord,
    BodyValue,
    Finding,
    Item,
    ReadOptions,
)

_UNITS: Final = {
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
    "percent": "%",
    "%": "%",
    "cm": "cm",
    "in": "in",
    "mm": "mm",
}
_KINDS: Final = {
    "bodyweight": "weight",
    "body_weight": "weight",
    "body_fat": "fat",
    "bodyfat": "fat",
    "fatpercent": "fat",
    "body_fat_percentage": "fat",
}
_LARGEST: Final = Decimal(10_000)
_WORDS = re.compile(r"[^\W_]+|%")


def body_kind(text: str) -> str:
    """Return the name of a measure: lower case, words joined, units left out."""
    words = [word for word in _WORDS.findall(text.casefold()) if word not in _UNITS]
    kind = "_".join(words) or "measure"
    return _KINDS.get(kind, kind)[:40]


def body_unit(text: str) -> str:
    """Return the unit that a heading or a cell names, empty if none."""
    words = _WORDS.findall(text.casefold())
    return next((_UNITS[word] for word in reversed(words) if word in _UNITS), "")


def body_value(kind: str, text: str, unit: str) -> BodyValue | None:
    """Return a measure that is more than zero, None for blank, zero and nonsense."""
    try:
        value = fields.number(text)
    except ValueError:
        return None
    if value is None or not 0 < value <= _LARGEST:
        return None
    return BodyValue(kind, value, unit)


def read_wide_measures(
    stream: BinaryIO, options: ReadOptions, *, default_unit: str = ""
) -> Iterator[Item]:
    """Read a table with a date and a column for each measure.

    `default_unit` is that of a weight whose heading names none.
    """
    spread = Spread(stream)
    place = _date_place(spread.head)
    day_first, findings = spread.day_first(place, answer=options.day_first)
    yield from findings
    kinds = [
        (number, body_kind(text), body_unit(text))
        for number, text in enumerate(spread.head.written)
        if number != place
    ]
    _, rows = records(stream)
    for row in rows:
        when = moment(_cell(row, place), day_first=day_first)
        if when is None:
            yield undated(row.line, spread.head.written[place], _cell(row, place))
            continue
        values = [
            body_value(kind, _cell(row, number), unit or _default(kind, default_unit))
            for number, kind, unit in kinds
        ]
        yield BodyRecord(
            fields.wall_time(when.when, options.timezone),
            tuple(value for value in values if value),
        )


def read_long_measures(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """Read a table with one measure a row: date, name, value, unit."""
    spread = Spread(stream)
    head = spread.head
    place = _date_place(head)
    places = places_of(head.heading, _LONG)
    names = {what: places.get(what, -1) for what in _LONG}
    day_first, findings = spread.day_first(place, answer=options.day_first)
    yield from findings
    _, rows = records(stream)
    for row in rows:
        time = _cell(row, names["time"])
        when = moment(f"{_cell(row, place)} {time}".strip(), day_first=day_first)
        kind = body_kind(_cell(row, names["kind"]))
        unit = body_unit(_cell(row, names["unit"])) or _cell(row, names["unit"]).strip()
        value = body_value(kind, _cell(row, names["value"]), unit[:10])
        if when is None:
            yield undated(row.line, head.written[place], _cell(row, place))
        elif value is None:
            text = _cell(row, names["value"]).strip()[:40]
            yield remark("measureNone", text=text).at(
                "refused", row.line, head.written[names["value"]]
            )
        else:
            wall_time = fields.wall_time(when.when, options.timezone)
            note = fields.note(_cell(row, names["notes"]))
            yield BodyRecord(wall_time, (value,), note)


def undated(line: int, heading: str, text: str) -> Finding:
    """Return the finding for a measurement without a day."""
    said = remark("dateNoneOfMeasure", text=text.strip()[:40])
    return said.at("refused", line, heading)


_LONG: Final = {
    "time": ("time",),
    "kind": ("measurement", "type", "name"),
    "value": ("value",),
    "unit": ("unit", "units"),
    "notes": ("comment", "notes", "note"),
}


def is_long(head: Head) -> bool:
    """Tell a table of one measure a row by its headings."""
    return {"date", "value"} <= set(head.heading) and any(
        name in head.heading for name in _LONG["kind"]
    )


def _date_place(head: Head) -> int:
    return head.heading.index("date") if "date" in head.heading else 0


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if 0 <= place < len(row.cells) else ""


def _default(kind: str, unit: str) -> str:
    return unit if kind == "weight" else ""
