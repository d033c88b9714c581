"""The apps whose exercise names are known."""

from typing import Final

from metricgain.importers.formats import FORMATS
from metricgain.kit.errors import Invalid

# Tables of no known app, and RP, whose names lifters type into them.
_WITHOUT_A_FORMAT: Final = ("csv", "other", "rp")
KNOWN_APPS: Final = tuple(sorted({*(one.app for one in FORMATS), *_WITHOUT_A_FORMAT}))


def known_app(name: str, *, field: str) -> str:
    """Return an app's short name. Raises Invalid, naming those that there are."""
    app = name.strip().casefold()
    if app not in KNOWN_APPS:
        raise Invalid(
            f"{name!r} is no app whose names we know",
            field=field,
            remedy=f"It is one of {', '.join(KNOWN_APPS)}.",
        )
    return app
