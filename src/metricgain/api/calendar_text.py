"""Workouts as a calendar of RFC 5545."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from metricgain.store.calendar import CalendarEntry

_USUAL: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def calendar_text(
    entries: Sequence[CalendarEntry], *, reminder_minute: int | None = None
) -> bytes:
    """Return the text of a calendar; the same entries are the same text.

    `reminder_minute` is the minute of the day at which a planned workout rings in
    calendars that take alarms from a feed.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//MetricGain//Workouts//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "MetricGain")
    calendar.add("refresh-interval", timedelta(hours=1), {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry, reminder_minute))
    text: bytes = calendar.to_ical()
    return text


def _event(entry: CalendarEntry, reminder_minute: int | None) -> Event:
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
        if reminder_minute is not None:
            event.add_component(_alarm(event, timedelta(minutes=reminder_minute)))
    else:
        start = entry.started_at.replace(microsecond=0)
        end = (entry.completed_at or start + _USUAL).replace(microsecond=0)
        event.add("dtstart", start)
        event.add("dtend", max(end, start))
    return event


def _alarm(event: Event, after_midnight: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", after_midnight)
    return alarm
