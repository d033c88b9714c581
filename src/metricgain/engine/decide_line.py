"""One decision from one plain mapping, as `metricgain decide` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from metricgain.engine.apply import cap_sentence, raw_change
from metricgain.engine.caps import Capped, MuscleWeek, cap_add, cap_cut
from metricgain.engine.decisions import Decision, decide_muscle, kind_of
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.landmarks import (
    Emphasis,
    Experience,
    Landmark,
    group_landmark,
    landmark_for,
)
from metricgain.engine.muscles import Muscle, MuscleGroup, Trained

_Word = TypeVar("_Word", bound=StrEnum)

# The lowest and highest value of each number; those below must be there.
BOUNDS: Final = {
    "weeks": (3, 7),
    "week_number": (1, 7),
    "planned_sets": (0, 30),
    "weekly_sets": (0, 100),
    "sessions_per_week": (1, 7),
    "soreness": (0, 3),
    "performance": (0, 3),
    "pump": (0, 3),
    "challenge": (0, 3),
    "joint_pain": (0, 3),
    "consecutive_misses": (0, 100),
}
SWITCHES: Final = ("has_next", "next_is_deload", "has_previous")
WORDS: Final = ("muscle", "emphasis", "experience")


class BadLine(ValueError):
    """A line that cannot be decided; `field` and `rule` say what is wrong."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedLine:
    """A decision, with the change in sets before and after the caps."""

    kind: str
    delta_raw: int
    delta_applied: int
    rule_id: str
    because: str
    progression: bool
    deload: bool


def decide_line(record: Mapping[str, object]) -> DecidedLine:
    """Decide one line; docs/engine/decide.md lists its fields and their bounds.

    Weeks count from 1, the last week is the deload and the next session is
    taken to be in the week after. Raises BadLine.
    """
    known = {*BOUNDS, *SWITCHES, *WORDS}
    for key in record:
        if key not in known:
            raise BadLine(key, "not a known field")
    facts = _facts(record)
    week = _week(record, facts.muscle)
    planned = _number(record, "planned_sets")
    decision = decide_muscle(facts)
    raw = raw_change(decision, base_sets=planned)
    capped = _capped(decision, raw, week=week, planned=planned)
    limit = cap_sentence(raw=raw, applied=capped.delta, clause=capped.clause)
    return DecidedLine(
        kind=kind_of(decision),
        delta_raw=raw,
        delta_applied=capped.delta,
        rule_id=decision.rule_id,
        because=decision.because if limit is None else f"{decision.because} {limit}",
        progression=decision.progression,
        deload=decision.deload,
    )


def _facts(record: Mapping[str, object]) -> MuscleFacts:
    muscle = _trained(record)
    weeks = _number(record, "weeks")
    week_number = _number(record, "week_number")
    if week_number > weeks:
        raise BadLine("week_number", f"at most weeks, here {weeks}")
    following = NextSession(
        week_number=week_number + 1, is_deload=_switch(record, "next_is_deload")
    )
    performance = _answer(record, "performance")
    return MuscleFacts(
        muscle=muscle,
        week_number=week_number,
        weeks=weeks,
        next_session=following if _switch(record, "has_next") else None,
        has_previous=_switch(record, "has_previous"),
        performance=performance,
        soreness=_answer(record, "soreness"),
        pump=_answer(record, "pump"),
        challenge=_answer(record, "challenge"),
        joint_pain=_answer(record, "joint_pain"),
        consecutive_misses=_answer(record, "consecutive_misses") or 0,
        this_is_deload=week_number == weeks,
    )


def _week(record: Mapping[str, object], muscle: Trained) -> MuscleWeek:
    experience = _word(
        record, "experience", Experience, default=Experience.INTERMEDIATE
    )
    return MuscleWeek(
        muscle=muscle,
        landmark=_landmark(muscle, experience),
        sessions_per_week=_number(record, "sessions_per_week"),
        last_week_sets=_number(record, "weekly_sets"),
        emphasis=_word(record, "emphasis", Emphasis, default=Emphasis.GROW),
        experience=experience,
    )


def _trained(record: Mapping[str, object]) -> Trained:
    """Return the muscle, or the group that is called something else."""
    for group in MuscleGroup:
        if record.get("muscle") == group.value and group.value not in set(Muscle):
            return group
    return _word(record, "muscle", Muscle, default=None)


def _landmark(muscle: Trained, experience: Experience) -> Landmark:
    if isinstance(muscle, MuscleGroup):
        return group_landmark(muscle, experience=experience)
    return landmark_for(muscle, experience=experience)


def _capped(decision: Decision, raw: int, *, week: MuscleWeek, planned: int) -> Capped:
    if decision.delta_raw is None:
        return Capped(raw)
    if raw >= 0:
        return cap_add(raw, week, session_sets=planned)
    if planned + raw < 1:
        least = min(planned, 1)
        cut = cap_cut(least - planned, week, session_sets=planned)
        return Capped(cut.delta, cut.clause or "every exercise keeps at least 1 set")
    return cap_cut(raw, week, session_sets=planned)


def _number(record: Mapping[str, object], field: str) -> int:
    number = _answer(record, field)
    if number is None:
        raise BadLine(field, "must be given")
    return number


def _answer(record: Mapping[str, object], field: str) -> int | None:
    low, high = BOUNDS[field]
    value = record.get(field)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    raise BadLine(field, f"a whole number from {low} to {high}")


def _switch(record: Mapping[str, object], field: str) -> bool:
    value = record.get(field)
    if value is None:
        raise BadLine(field, "must be given")
    if not isinstance(value, bool):
        raise BadLine(field, "true or false")
    return value


def _word(
    record: Mapping[str, object],
    field: str,
    words: type[_Word],
    *,
    default: _Word | None,
) -> _Word:
    value = record.get(field)
    if value is None:
        if default is None:
            raise BadLine(field, "must be given")
        return default
    for word in words:
        if word.value == value:
            return word
    raise BadLine(field, f"one of {', '.join(words)}")
