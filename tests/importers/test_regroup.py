"""Rows of one workout that stand apart are brought together."""

from concurrent.futures import ThreadPoolExecutor

from metricgain.importers.regroup import regrouped
from metricgain.importers.sniff import Row


def test_rows_come_together_whichever_thread_asks_for_the_next() -> None:
    apart = [(day, Row(line, [str(day)])) for line in range(3) for day in (7, 8)]
    found = regrouped(iter(apart))
    lines = []

    for _ in apart:
        with ThreadPoolExecutor(1) as other:
            lines.append(other.submit(next, found).result())

    assert [row.cells for row in lines] == [["7"]] * 3 + [["8"]] * 3
    assert next(found, None) is None
