"""The days that a question about the past is asked of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from metricgain.engine.iso_weeks import DAYS, monday_of, sunday_of
from metricgain.kit.errors import Invalid

USUAL_WEEKS: Final = 26
MOST_YEARS: Final = 10
MOST_DAYS: Final = 3653
FIRST_DAY: Final = date(1970, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some days, both included. What is asked by week covers whole weeks."""

    first: date
    last: date

    @property
    def monday(self) -> date:
        """The first day of the first week."""
        return monday_of(self.first)

    @property
    def sunday(self) -> date:
        """The last day of the last week."""
        return sunday_of(self.last)


def span_of(first: date | None, last: date | None, *, today: date) -> Span:
    """Return the days from `first` to `last`; left out, the last 26 weeks until today.

    Raises Invalid for "from" or "to" outside 1970 to 2100, in the wrong order, or more
    than ten years apart.
    """
    for field, day in (("from", first), ("to", last)):
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise Invalid(f"must be from {FIRST_DAY} to {LAST_DAY}", field=field)
    end = last or max(today, first or today)
    start = first or _usual_start(end)
    if end < start:
        raise Invalid(f"must not be before from, which is {start}", field="to")
    if (end - start).days > MOST_DAYS:
        raise Invalid(
            f"must not be more than {MOST_YEARS} years before to, which is {end}",
            field="from",
        )
    return Span(first=start, last=end)


def _usual_start(end: date) -> date:
    # What asks for the last weeks of 1969 is still answered, with fewer of them.
    before = monday_of(end) - timedelta(days=DAYS * (USUAL_WEEKS - 1))
    return max(before, FIRST_DAY)
