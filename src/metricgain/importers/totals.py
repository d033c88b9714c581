"""Adds up what a file gave while it streams past."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from metricgain.importers.values import (
    BodyRecord,
    Finding,
    ImportedSet,
    ImportedWorkout,
    ImportTotals,
    Item,
    UndatedWorkout,
    WeightUnit,
)

_HUNDREDTHS: Final = Decimal("0.01")


class _Range:
    """The first and the last of the days that were added."""

    def __init__(self) -> None:
        self.first: date | None = None
        self.last: date | None = None

    def add(self, day: date) -> None:
        self.first = min(day, self.first or day)
        self.last = max(day, self.last or day)


class Tally:
    """Sums what an importer yields, in constant memory per exercise.

    With `one_unit`, only the sets in the commoner unit are summed in
    `sum_weight_x_reps`: where a file marks each set, kg and lb are not added.
    """

    def __init__(self, *, one_unit: bool = False) -> None:
        self._one_unit = one_unit
        self._counts: Counter[str] = Counter()
        self._types: Counter[str] = Counter()
        self._exercises: set[str] = set()
        self._reps = 0
        self._volume: dict[WeightUnit, Decimal] = {"kg": Decimal(0), "lb": Decimal(0)}
        self._loaded: Counter[WeightUnit] = Counter()
        self._dates = _Range()
        self._measured = _Range()

    @property
    def units(self) -> frozenset[str]:
        """The units in which the file has weights."""
        return frozenset(self._loaded)

    def add(self, item: Item) -> None:
        match item:
            case Finding():
                self._counts["refused"] += item.severity == "refused"
                return
            case BodyRecord():
                self._counts["body rows"] += 1
                self._counts["body values"] += len(item.values)
                self._measured.add(item.wall_time.date())
                return
            case ImportedWorkout():
                self._dates.add(item.local_date)
                self._counts["skipped"] += len(item.not_done)
                for missed in item.not_done:
                    self._types[missed.set_type] += 1
                    self._exercises.add(missed.exercise_name)
            case UndatedWorkout():
                self._counts["undated"] += len(item.sets)
                self._counts["undated rows"] += item.refused_rows
        self._counts["rows"] += item.rows
        # A stretch of a file that holds only rests or notes is not a workout.
        self._counts["workouts"] += bool(item.sets)
        self._counts["rests"] += item.rest_rows
        self._counts["notes"] += item.note_rows
        self._counts["repaired"] += item.repaired_rows
        self._add_sets(item.sets)

    def _add_sets(self, sets: Iterable[ImportedSet]) -> None:
        for one in sets:
            self._counts["sets"] += 1
            self._types[one.set_type] += 1
            self._exercises.add(one.exercise_name)
            self._counts["supersets"] += one.superset is not None
            self._reps += one.reps
            if one.written_weight:
                self._loaded[one.written_unit] += 1
                self._volume[one.written_unit] += one.written_weight * one.reps

    def totals(self) -> ImportTotals:
        """Return the sums of everything added so far."""
        count = self._counts
        # What was measured beside the training is no part of its rows and days.
        only_measures = not count["rows"]
        dates = self._measured if only_measures else self._dates
        volume = {
            unit: sum_.quantize(_HUNDREDTHS) for unit, sum_ in self._volume.items()
        }
        common = self._loaded.most_common(1)
        if self._one_unit and common:
            summed = volume[common[0][0]]
        else:
            summed = sum(self._volume.values(), Decimal(0)).quantize(_HUNDREDTHS)
        return ImportTotals(
            # A refused row of an undated workout stands among its rows already.
            rows=count["body rows" if only_measures else "rows"]
            + count["refused"]
            - count["undated rows"],
            sets=count["sets"],
            workouts=count["workouts"],
            exercises=len(self._exercises),
            warmup=self._types["warmup"],
            drop=self._types["drop"],
            failure=self._types["failure"],
            rest_rows=count["rests"],
            note_rows=count["notes"],
            skipped_rows=count["skipped"],
            repaired_rows=count["repaired"],
            refused_rows=count["refused"],
            undated_sets=count["undated"],
            superset_rows=count["supersets"],
            body_rows=count["body rows"],
            body_values=count["body values"],
            sum_reps=self._reps,
            sum_weight_x_reps=summed,
            sum_kg_x_reps=volume["kg"],
            sum_lb_x_reps=volume["lb"],
            first_date=dates.first,
            last_date=dates.last,
        )
