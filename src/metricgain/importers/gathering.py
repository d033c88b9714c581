"""Gathers the findings of a whole file in bounded memory."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from metricgain.importers.fields import plain
from metricgain.importers.values import Finding, Severity

MOST_KEPT: Final = 200
_PER_GROUP: Final = 20
_LONGEST_COLUMN: Final = 80


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """How often one kind of finding was met in one column.

    `advice` is that of the first one.
    """

    severity: Severity
    column: str
    code: str
    advice: str
    count: int


class Gathering:
    """Keeps the first findings of each kind, and counts them all."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Severity, str, str]] = Counter()
        self._advice: dict[tuple[Severity, str, str], str] = {}
        self._kept: list[Finding] = []

    def add(self, finding: Finding) -> None:
        column = plain(finding.column)[:_LONGEST_COLUMN]
        group = (finding.severity, column, finding.code)
        self._counts[group] += 1
        self._advice.setdefault(group, finding.advice)
        if self._counts[group] <= _PER_GROUP and len(self._kept) < MOST_KEPT:
            self._kept.append(
                replace(
                    finding,
                    column=column,
                    message=plain(finding.message),
                )
            )

    @property
    def kept(self) -> tuple[Finding, ...]:
        """The first findings, at most `MOST_KEPT`, in the order of the file."""
        return tuple(self._kept)

    @property
    def groups(self) -> tuple[FindingGroup, ...]:
        """All findings, counted by kind and column, the worst and commonest first."""
        order: tuple[Severity, ...] = ("refused", "warning", "note")
        groups = [
            FindingGroup(*group, self._advice[group], count)
            for group, count in self._counts.items()
        ]
        return tuple(
            sorted(groups, key=lambda one: (order.index(one.severity), -one.count))
        )
