"""Reads how long a workout lasted, in the words of many languages."""

# ruff: noqa: RUF001 - letters of other alphabets are meant

import re
from functools import lru_cache
from typing import Final

from metricgain.importers.fields import Doubt, clock_seconds
from metricgain.importers.remarks import remark

# Twelve hours: longer than any workout, shorter than a timer forgotten overnight.
LONGEST_WORKOUT: Final = 12 * 3600
_LONGEST_TEXT: Final = 40
_SECONDS: Final[dict[str, int]] = {
    **dict.fromkeys(
        ("h", "hr", "hrs", "hour", "hours", "hora", "horas", "heure", "heures", "std",
         "stunde", "stunden", "ora", "ore", "u", "uur", "t", "tim", "sa", "saat",
         "godz", "g", "ч", "час", "часа", "小时", "小時", "时", "時", "時間", "시간"),
        3600,
    ),
    **dict.fromkeys(
        ("m", "min", "mins", "minute", "minutes", "minuto", "minutos", "minuti",
         "minuten", "dk", "dakika", "мин", "м", "分", "分钟", "分鐘", "분"),
        60,
    ),
    **dict.fromkeys(
        ("s", "sec", "secs", "second", "seconds", "seg", "sek", "sn", "сек", "с", "秒",
         "초"),
        1,
    ),
}  # fmt: skip
_PART = re.compile(r"(\d{1,6})\s*([^\W\d_]+)")


@lru_cache(maxsize=256)
def duration(text: str) -> int | None:
    """Return the seconds in `1h 23m`, `45s`, `01:23:45`, `1小时13分钟` or `4543`.

    None for anything else.
    """
    clean = text.strip().casefold()
    if not clean or len(clean) > _LONGEST_TEXT:
        return None
    if clean.isdecimal():
        return int(clean)
    if ":" in clean:
        return clock_seconds(clean)
    parts = _PART.findall(clean)
    if not parts or any(unit not in _SECONDS for _, unit in parts):
        return None
    return sum(int(count) * _SECONDS[unit] for count, unit in parts)


def sane_duration(seconds: int | None) -> tuple[int | None, Doubt | None]:
    """Cut a duration at twelve hours, drop a negative one, and say so."""
    if seconds is None or 0 <= seconds <= LONGEST_WORKOUT:
        return seconds, None
    if seconds < 0:
        return None, Doubt("duration", remark("endsBeforeStart"))
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return LONGEST_WORKOUT, Doubt(
        "duration",
        remark(
            "timerForgotten",
            hours=hours,
            minutes=minutes,
            most=LONGEST_WORKOUT // 3600,
        ),
    )
