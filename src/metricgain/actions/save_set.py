"""Log a set, or correct one."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from metricgain.engine.confirmation import Doubt
from metricgain.engine.set_doubts import set_doubts
from metricgain.kit.errors import Conflict, Invalid
from metricgain.kit.notes import checked_note
from metricgain.store.changes import Change
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import Log, local_date, open_log
from metricgain.store.sets import (
    SetEntry,
    SetPlace,
    StoredSet,
    find_set_place,
    write_set,
)

HEAVIEST: Final = {"kg": Decimal(1000), "lb": Decimal("2204.62")}
MOST_REPS: Final = 1000
MOST_RIR: Final = 10
HIGHEST_ID: Final = 2**31 - 1
LOAD_KINDS: Final = (None, "external", "bodyweight", "bodyweight_plus", "assisted")
_A_DAY: Final = timedelta(days=1)
_COUNTED: Final = ("working", "failure")
_CENTI: Final = Decimal("0.01")
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSet:
    """The set as it is now, and why it should be looked at again, if it should."""

    stored: StoredSet
    doubts: tuple[Doubt, ...]


async def save_set(
    change: Change, *, log_id: UUID, set_id: int, entry: SetEntry
) -> SavedSet | None:
    """Log or correct the set `set_id` (1 to 2^31-1, drawn by the device) of a log.

    The later of two changes of one set stays. A set that looks like a slip is kept and
    flagged. Returns None when the set, or its workout, was deleted after this change
    was made. Raises Invalid, NotFound, and Conflict on `id` when another set has it.
    """
    _check(set_id, entry)
    entry = replace(entry, note=checked_note(entry.note, field="note"))
    log = await open_log(change, log_id, at=entry.performed_at or change.made_at)
    if log is None:
        return None
    place = await find_set_place(change, log, set_id, entry)
    if place.stored is None:
        if change.is_gone_by(place.deleted_at):
            return None
    elif _is_older(change, place.stored, entry):
        return _answer(place.stored, place)
    new = _new_set(change, entry, place, log=log, set_id=set_id)
    if new != place.stored:
        await write_set(change, new)
        await reconsider_log(change, log)
    return _answer(new, place)


def _is_older(change: Change, stored: StoredSet, entry: SetEntry) -> bool:
    if entry.performed_at not in (None, stored.performed_at):
        raise Conflict(
            "another set of this workout has this id",
            field="id",
            remedy="Draw another id for a new set; a correction keeps its time.",
        )
    return change.is_before(stored.stamp)


def _new_set(
    change: Change, entry: SetEntry, place: SetPlace, *, log: Log, set_id: int
) -> StoredSet:
    old = place.stored
    written = StoredSet(
        id=set_id,
        workout_log_id=log.id,
        exercise_id=entry.exercise_id,
        set_number=entry.set_number,
        weight=entry.weight,
        weight_unit=entry.weight_unit,
        reps=entry.reps,
        rir=entry.rir,
        set_type=entry.set_type,
        load_kind=entry.load_kind,
        seconds=entry.seconds,
        note=entry.note,
        flag=None,
        performed_at=old.performed_at if old else _done_at(change, entry, log),
        stamp=change.made_at,
    )
    if old and old.flag == "confirmed" and _lifted(old) == _lifted(written):
        return replace(written, flag="confirmed")
    doubts = _doubts(written, place)
    return replace(written, flag="to_confirm" if doubts else None)


def _done_at(change: Change, entry: SetEntry, log: Log) -> datetime:
    """Return when a set was done: now, or in a back-filled workout on its own day."""
    if entry.performed_at is not None:
        return entry.performed_at
    if abs(change.made_at - log.performed_at) < _A_DAY:
        return change.made_at
    return log.performed_at + timedelta(seconds=entry.set_number)


def _answer(stored: StoredSet, place: SetPlace) -> SavedSet:
    doubts = _doubts(stored, place) if stored.flag == "to_confirm" else ()
    return SavedSet(stored=stored, doubts=doubts)


def _doubts(stored: StoredSet, place: SetPlace) -> tuple[Doubt, ...]:
    return set_doubts(
        place.lifted.load_kg(stored.weight, stored.weight_unit, stored.load_kind),
        reps=stored.reps,
        rir=None if stored.rir is None else float(stored.rir),
        is_working=stored.set_type in _COUNTED,
        recent=place.recent,
        planned_kg=place.planned_kg,
    )


def _lifted(stored: StoredSet) -> tuple[object, ...]:
    """Return what of a set a confirmation is about."""
    return (
        stored.exercise_id,
        stored.weight,
        stored.weight_unit,
        stored.load_kind,
        stored.reps,
        stored.rir,
    )


def _check(set_id: int, entry: SetEntry) -> None:
    if not 1 <= set_id <= HIGHEST_ID:
        raise Invalid("the id of a set is 1 to 2147483647", field="id")
    _check_weight(entry)
    if not 0 <= entry.reps <= MOST_REPS:
        raise Invalid("reps are 0 to 1000", field="reps")
    if entry.rir is not None and not _is_rir(entry.rir):
        raise Invalid("RIR is 0 to 10 in steps of a half", field="rir")
    if entry.performed_at is not None:
        local_date(entry.performed_at, "UTC", field="performed_at")


def _check_weight(entry: SetEntry) -> None:
    heaviest = HEAVIEST.get(entry.weight_unit)
    if heaviest is None:
        raise Invalid("a weight is in kg or lb", field="weight_unit")
    if not (entry.weight.is_finite() and 0 <= entry.weight <= heaviest):
        raise Invalid(
            f"a weight is 0 to {heaviest} {entry.weight_unit}", field="weight"
        )
    if entry.weight % _CENTI:
        raise Invalid("a weight has at most two decimals", field="weight")
    if entry.load_kind not in LOAD_KINDS:
        raise Invalid("this kind of load is not known", field="load_kind")


def _is_rir(rir: Decimal) -> bool:
    return rir.is_finite() and 0 <= rir <= MOST_RIR and rir % _HALF == 0
