"""A file with a million faults is reported in a page."""

from metricgain.importers.gathering import MOST_KEPT, Gathering
from metricgain.importers.values import Finding


def test_all_findings_are_counted_and_the_first_of_each_kind_are_kept() -> None:
    gathering = Gathering()
    for line in range(2, 5002):
        gathering.add(Finding("warning", line, "reps", f"{line} reps.", "Look."))
    gathering.add(Finding("refused", 6000, "weight", "No number.", "Correct it."))

    assert [(one.severity, one.count) for one in gathering.groups] == [
        ("refused", 1),
        ("warning", 5000),
    ]
    assert [one.line for one in gathering.kept] == [*range(2, 22), 6000]


def test_many_kinds_of_findings_stay_within_bounds() -> None:
    gathering = Gathering()
    for kind in range(1000):
        gathering.add(Finding("note", kind + 1, f"column {kind}", "Odd.", "Look."))

    assert len(gathering.kept) == MOST_KEPT
    assert sum(one.count for one in gathering.groups) == 1000
