"""Adds up what a file gave while it streams past."""

from collections import Counter
from decimal import Decimal

from metricgain.importers.values import Finding, ImportedWorkout, ImportTotals

_HUNDREDTHS = Decimal("0.01")


class Tally:
    """Sums workouts and findings one at a time, in constant memory per exercise."""

    def __init__(self) -> None:
        self._types: Counter[str] = Counter()
        self._exercises: set[str] = set()
        self._workouts = 0
        self._rest_rows = 0
        self._note_rows = 0
        self._refused = 0
        self._supersets = 0
        self._reps = 0
        self._volume = Decimal(0)
        self._dates: list[ImportedWorkout] = []

    def add(self, item: ImportedWorkout | Finding) -> None:
        if isinstance(item, Finding):
            self._refused += item.severity == "refused"
            return
        # A stretch of a file that holds only rests or notes is not a workout.
        self._workouts += bool(item.sets)
        self._rest_rows += item.rest_rows
        self._note_rows += item.note_rows
        for one in item.sets:
            self._types[one.set_type] += 1
            self._exercises.add(one.exercise_name)
            self._supersets += one.superset is not None
            self._reps += one.reps
            self._volume += one.written_weight * one.reps
        ends = [*self._dates, item]
        self._dates = [
            min(ends, key=lambda workout: workout.local_date),
            max(ends, key=lambda workout: workout.local_date),
        ]

    def totals(self) -> ImportTotals:
        """Return the sums of everything added so far."""
        sets = self._types.total()
        return ImportTotals(
            rows=sets + self._rest_rows + self._note_rows + self._refused,
            sets=sets,
            workouts=self._workouts,
            exercises=len(self._exercises),
            warmup=self._types["warmup"],
            drop=self._types["drop"],
            failure=self._types["failure"],
            rest_rows=self._rest_rows,
            note_rows=self._note_rows,
            refused_rows=self._refused,
            superset_rows=self._supersets,
            sum_reps=self._reps,
            sum_weight_x_reps=self._volume.quantize(_HUNDREDTHS),
            first_date=self._dates[0].local_date if self._dates else None,
            last_date=self._dates[1].local_date if self._dates else None,
        )
