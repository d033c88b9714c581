"""Lets statements that read the table of sets see more rows than it holds."""

import re
from functools import cache
from typing import Final

from metricgain.store.watching import NAMES

_READS_SETS: Final = re.compile(r"\b(?:(?<!DELETE )FROM|JOIN) sets\b")
_HEAD: Final = re.compile(r"\A(?:--[^\n]*\n|\s)*")


def shadowed(statement: str, values: tuple[object, ...], rows: str) -> str | None:
    """Return a statement whose `sets` has more rows, or None if it reads none.

    `rows` are JSON, and go along as one more value after `values`, of which the first
    is the user. The name of a common table expression hides that of the table, so that
    no statement has to be written twice.
    """
    return _over(statement, len(values) + 1) if rows else None


@cache
def _over(statement: str, place: int) -> str | None:
    if not _READS_SETS.search(statement):
        return None
    begins = _HEAD.match(statement)
    assert begins is not None
    body = statement[begins.end() :]
    whole = (
        "WITH sets AS NOT MATERIALIZED ("  # noqa: S608 - a number goes in
        "SELECT * FROM sets WHERE user_id = $1 UNION ALL"
        f" SELECT * FROM json_populate_recordset(NULL::sets, ${place}::text::json))"
    )
    joined = f"{whole}, {body[5:]}" if body.startswith("WITH ") else f"{whole} {body}"
    NAMES[joined] = NAMES.get(statement, "unnamed")
    return joined
