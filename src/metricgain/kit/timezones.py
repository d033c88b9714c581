"""Time zones by their IANA names."""

import zoneinfo
from functools import cache
from typing import Final

from metricgain.kit.errors import Invalid

_NO_PLACES: Final = frozenset({"Factory", "localtime"})


def checked_timezone(name: str, *, field: str = "timezone") -> str:
    """Return the name of a time zone that exists. Raises Invalid."""
    if name not in timezones():
        raise Invalid(
            "must be a time zone like Europe/Berlin or America/New_York", field=field
        )
    return name


@cache
def timezones() -> frozenset[str]:
    """Return the names of all time zones that mean the same on every machine."""
    return frozenset(zoneinfo.available_timezones()) - _NO_PLACES
