"""Workouts as a calendar of RFC 5545."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from icalendar import Calendar, Event

from metricgain.store.calendar import CalendarEntry

_USUAL: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def calendar_text(entries: Sequence[CalendarEntry]) -> bytes:
    """Return the text of a calendar; the same entries are the same text."""
    calendar = Calendar()
    calendar.add("prodid", "-//MetricGain//Workouts//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "MetricGain")
    calendar.add("refresh-interval", timedelta(hours=1), {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry))
    text: bytes = calendar.to_ical()
    return text


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@metricgain")
    event.add("dtstamp", entry.updated_at.replace(microsecond=0))
    name = entry.name or "Workout"
    event.add("summary", f"✓ {name}" if entry.is_done else name)
    where = [entry.block] if entry.block else []
    if entry.week_number is not None:
        where.append(f"{entry.week_number}")
    event.add("description", "\n".join([" · ".join(where), *entry.exercises]).strip())
    if entry.started_at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + _DAY)
        event.add("transp", "TRANSPARENT")
    else:
        start = entry.started_at.replace(microsecond=0)
        end = (entry.completed_at or start + _USUAL).replace(microsecond=0)
        event.add("dtstart", start)
        event.add("dtend", max(end, start))
    return event
