"""Nothing that statistics follow from is written without their hearing of it.

Logs are found by the revision that a change gives them. What is gone from where it was,
and what is defined anew, the store tells the change (store/statistics/touched.py).
"""

import re
from pathlib import Path

import pytest

from metricgain.store.tables import metadata
from tracked import ROOT

PACKAGE = ROOT / "src" / "metricgain"
STATEMENTS = {
    path.stem: "\n".join(
        line
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("--")
    )
    for path in sorted((PACKAGE / "store" / "sql").glob("*.sql"))
}
# Each follows another statement in the same function, which stamps the log.
STAMPED_BY_ANOTHER = {
    "import_sets_save": ("store/importing.py", "import_logs_save"),
    "sets_move": ("actions/edit_workout_log.py", "edit_log"),
    # The sets are there as before, in another place: nothing follows from that.
    "archive_clear": ("store/archiving.py", "archive_keep"),
}
# The statistics go with the account, an exercise goes only if it was never done, and
# weeks are cut off a block only after the last one that has begun. What a program holds
# is planned anew, left or deleted only if nothing was logged in it.
TAKES_NO_DAY_AWAY = {
    *("account_delete", "exercise_delete", "block_weeks_cut"),
    *("block_planned_clear", "program_delete", "program_abandon"),
}


def writes(*tables: str, verbs: str = "INSERT INTO|UPDATE|DELETE FROM") -> list[str]:
    """Return the statements that write one of these tables."""
    pattern = re.compile(rf"\b(?:{verbs})\s+(?:{'|'.join(tables)})\b")
    return [name for name, text in STATEMENTS.items() if pattern.search(text)]


def callers(name: str) -> dict[str, str]:
    """Return the modules that carry out a statement, with their text."""
    texts = {
        path: path.read_text("utf-8")
        for path in sorted((PACKAGE / "store").rglob("*.py"))
    }
    return {
        str(path.relative_to(PACKAGE)): text
        for path, text in texts.items()
        if f'"{name}"' in text
    }


def whose_end_takes_logs_along() -> set[str]:
    """Return the tables of which a deleted row takes logs or sets along."""
    found = {"workout_logs", "sets"}
    for _ in metadata.tables:
        found |= {
            key.referred_table.name
            for name in found
            for key in metadata.tables[name].foreign_key_constraints
            if key.ondelete == "CASCADE"
        }
    return found - {"sets"}


@pytest.mark.parametrize("name", writes("workout_logs", "sets"))
def test_whoever_writes_a_log_or_a_set_gives_the_log_its_revision(name: str) -> None:
    if name in STAMPED_BY_ANOTHER:
        path, other = STAMPED_BY_ANOTHER[name]
        assert other in (PACKAGE / path).read_text("utf-8")
        return

    stamps = re.search(
        r"UPDATE workout_logs\b[^;]*?\brevision = (?:\$\d+|EXCLUDED)"
        r"|INSERT INTO workout_logs \([^)]*\brevision\b"
        r"|DELETE FROM (?:workout_logs|mesocycles)",
        STATEMENTS[name],
    )

    assert stamps, f"{name} leaves the log as it was: statistics do not hear of it"


@pytest.mark.parametrize(
    "name", writes(*whose_end_takes_logs_along(), verbs="DELETE FROM")
)
def test_whoever_deletes_logs_tells_on_which_days_they_were(name: str) -> None:
    if name not in TAKES_NO_DAY_AWAY:
        assert re.search(r"AS (was|were)_on\b", STATEMENTS[name])
        assert all("touched.days" in text for text in callers(name).values())


@pytest.mark.parametrize(
    "name",
    [name for name in writes("workout_logs") if "local_date" in STATEMENTS[name]],
)
def test_whoever_gives_a_log_another_day_tells_the_one_before(name: str) -> None:
    never_moves = "ON CONFLICT (user_id, id) DO NOTHING" in STATEMENTS[name]

    assert never_moves or re.search(r"AS (was|were)_on\b", STATEMENTS[name])


@pytest.mark.parametrize(
    "name",
    [
        *writes("exercise_muscles"),
        *(n for n in writes("exercises") if "body_weight_factor" in STATEMENTS[n]),
        *(n for n in writes("user_preferences") if "body_weight_kg" in STATEMENTS[n]),
    ],
)
def test_whoever_defines_anew_what_a_set_counts_tells_so(name: str) -> None:
    told = {
        path: "touched." in text or "mark_exercises" in text
        for path, text in callers(name).items()
    }

    assert told
    assert all(told.values()), told


def test_a_change_is_begun_where_its_statistics_are_computed_at_the_end() -> None:
    begun = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(r"\bChange\(|sync_next_revision", path.read_text("utf-8"))
    ]

    assert begun == [str(Path("store") / "changes.py")]
