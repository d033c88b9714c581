"""A history comes in whole, once, and under the right exercises."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from imported_file import HISTORIES
from make import make_user
from metricgain.importers.values import UnreadableFileError
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.store.changes import changing
from metricgain.store.database import Database, Row
from metricgain.store.people import hash_of
from metricgain.store.tables import metadata
from strong_file import bring, joined, made_up_history, rehearse, strong

FILES = Path(__file__).parents[1] / "importers" / "files"
_NUMBERS = count()


@pytest.fixture
async def user_id(database: Database) -> int:
    return await make_user(database, f"import{next(_NUMBERS)}@example.org")


async def rows_of(database: Database, user_id: int, statement: str) -> list[Row]:
    async with database.as_user(user_id) as tx:
        return await tx.rows(statement, user_id)


async def everything(database: Database, user_id: int) -> Mapping[str, list[Row]]:
    """Return every row that the user can see, but for the revision counter."""
    async with database.as_user(user_id) as tx:
        return {
            name: await tx.rows(f"SELECT * FROM {name} AS t ORDER BY t::text")  # noqa: S608 - names come from the metadata
            for name in metadata.tables
            if name != "sync_state"
        }


@pytest.mark.smoke
async def test_the_database_holds_what_the_file_holds(
    database: Database, user_id: int
) -> None:
    report = await bring(database, user_id, made_up_history(weeks=8))

    (found,) = await rows_of(
        database,
        user_id,
        "SELECT count(*) AS sets, count(DISTINCT workout_log_id) AS workouts,"
        " count(*) FILTER (WHERE set_type = 'warmup') AS warmup,"
        " sum(reps) AS reps, sum(reps * weight) AS volume"
        " FROM sets WHERE user_id = $1",
    )
    assert dict(found) == {
        "sets": report.file.totals.sets,
        "workouts": report.file.totals.workouts,
        "warmup": report.file.totals.warmup,
        "reps": report.file.totals.sum_reps,
        "volume": report.file.totals.sum_weight_x_reps,
    }
    assert report.sets_new == report.file.totals.sets > 400
    assert report.file.unit == "kg"


async def test_a_workout_is_kept_with_its_day_its_times_and_its_order(
    database: Database, user_id: int
) -> None:
    content = strong("Bench Press (Barbell),W,40,8", "Bench Press (Barbell),1,80,5")

    await bring(database, user_id, content, timezone="America/New_York")

    (log,) = await rows_of(
        database, user_id, "SELECT * FROM workout_logs WHERE user_id = $1"
    )
    assert log["local_date"] == date(2024, 5, 1)
    assert log["started_at"] == datetime(2024, 5, 1, 22, 30, tzinfo=UTC)
    assert log["duration_minutes"] == 60
    assert (log["status"], log["source"], log["name"]) == (
        "completed", "strong", "Push",
    )  # fmt: skip
    assert log["mesocycle_id"] is None
    assert log["workout_instance_id"] is None
    sets = await rows_of(
        database, user_id, "SELECT * FROM sets WHERE user_id = $1 ORDER BY performed_at"
    )
    assert [(s["set_type"], s["weight"], s["reps"], s["set_number"]) for s in sets] == [
        ("warmup", Decimal(40), 8, 1),
        ("working", Decimal(80), 5, 2),
    ]
    assert sets[0]["performed_at"] == log["started_at"]


async def test_a_workout_without_a_duration_is_finished_all_the_same(
    database: Database, user_id: int
) -> None:
    content = strong("Bench Press (Barbell),1,80,5").replace(b",1h,", b",,")

    await bring(database, user_id, content)

    (log,) = await rows_of(
        database, user_id, "SELECT * FROM workout_logs WHERE user_id = $1"
    )
    assert (log["status"], log["duration_minutes"]) == ("completed", None)


async def test_the_same_file_twice_changes_nothing(
    database: Database, user_id: int
) -> None:
    content = made_up_history(weeks=2)
    first = await bring(database, user_id, content)
    before = await everything(database, user_id)

    second = await bring(database, user_id, content)

    assert await everything(database, user_id) == before
    assert (second.workouts_new, second.sets_new) == (0, 0)
    assert second.workouts_known == first.workouts_new > 0
    assert second.file.totals == first.file.totals


async def test_a_newer_export_adds_only_what_is_new(
    database: Database, user_id: int
) -> None:
    old = strong("Bench Press (Barbell),1,80,5")
    new = strong("Squat (Barbell),1,100,5", start="2024-05-03 18:00:00")
    await bring(database, user_id, old)

    report = await bring(database, user_id, joined([old, new]))

    assert (report.workouts_new, report.workouts_known) == (1, 1)
    assert report.sets_new == 1


async def test_a_workout_that_differs_here_is_left_as_it_is_and_counted(
    database: Database, user_id: int
) -> None:
    row = "Bench Press (Barbell),1,80,5"
    await bring(database, user_id, strong(row))

    report = await bring(database, user_id, strong(row, row, row))

    assert (report.workouts_known, report.workouts_differing) == (1, 1)
    assert report.sets_new == 0


async def test_what_was_deleted_stays_deleted_unless_it_is_asked_for(
    database: Database, user_id: int
) -> None:
    content = strong("Bench Press (Barbell),1,80,5")
    await bring(database, user_id, content)
    async with changing(database, user_id, now=now()) as change:
        await change.tx.run(
            "WITH gone AS (DELETE FROM workout_logs WHERE user_id = $1 RETURNING id)"
            " INSERT INTO deleted_rows (user_id, kind, key, made_at)"
            " SELECT $1, 'workout_logs', id::text, $2 FROM gone",
            user_id,
            now(),
        )

    refused = await bring(database, user_id, content)
    restored = await bring(database, user_id, content, restore=True)

    assert (refused.workouts_new, refused.workouts_deleted) == (0, 1)
    assert (restored.workouts_new, restored.sets_new) == (1, 1)
    assert not await rows_of(
        database, user_id, "SELECT 1 FROM deleted_rows WHERE user_id = $1"
    )


async def test_equal_rows_are_different_sets(database: Database, user_id: int) -> None:
    row = "Bench Press (Barbell),1,80,5"

    report = await bring(database, user_id, strong(row, row, row))

    assert report.sets_new == 3


async def test_a_dry_run_says_the_same_and_writes_nothing(
    database: Database, user_id: int
) -> None:
    content = made_up_history(weeks=2)
    before = await everything(database, user_id)

    rehearsed = await rehearse(database, user_id, content)

    assert await everything(database, user_id) == before
    assert not await rows_of(
        database, user_id, "SELECT 1 FROM sync_state WHERE user_id = $1"
    )
    real = await bring(database, user_id, content, timezone="UTC")
    assert (rehearsed.workouts_new, rehearsed.sets_new, rehearsed.names) == (
        real.workouts_new, real.sets_new, real.names,
    )  # fmt: skip


class BreaksLater(io.BytesIO):
    """A stream that fails after its first bytes have been read twice."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.reads = 0

    def read(self, size: int | None = -1) -> bytes:
        self.reads += 1
        if self.reads > 8:
            raise OSError("the disk went away")
        return super().read(size)


async def test_a_failure_in_the_middle_leaves_nothing(
    database: Database, user_id: int
) -> None:
    content = made_up_history(weeks=300)
    before = await everything(database, user_id)

    with pytest.raises(OSError, match="went away"):
        await bring(database, user_id, BreaksLater(content))

    assert await everything(database, user_id) == before


async def test_a_file_that_never_closes_a_quotation_mark_leaves_nothing(
    database: Database, user_id: int
) -> None:
    content = made_up_history(weeks=60) + b'"' + b"x" * 200_000

    with pytest.raises(UnreadableFileError, match="cannot be read"):
        await bring(database, user_id, content)

    assert not await rows_of(
        database, user_id, "SELECT 1 FROM workout_logs WHERE user_id = $1"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\n", "empty", id="blank lines"),
        pytest.param(b"a,b\n1,2\n", "no history", id="another table"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "no history", id="a picture"),
    ],
)
async def test_what_is_no_history_is_refused(
    database: Database, user_id: int, content: bytes, message: str
) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        await bring(database, user_id, content)


async def test_the_unit_is_asked_for_where_the_file_leaves_it_out(
    database: Database, user_id: int
) -> None:
    with pytest.raises(Invalid, match="kg or lb") as refused:
        await bring(
            database, user_id, strong("Bench Press (Barbell),1,80,5"), unit=None
        )

    assert refused.value.field == "unit"


async def test_a_time_zone_that_is_none_is_refused(
    database: Database, user_id: int
) -> None:
    with pytest.raises(Invalid) as refused:
        await bring(database, user_id, strong("Squat,1,80,5"), timezone="../etc/passwd")

    assert refused.value.field == "timezone"


async def test_pounds_stay_pounds_for_a_lifter_who_logs_kilograms(
    database: Database, user_id: int
) -> None:
    report = await bring(
        database, user_id, (FILES / "hevy_lbs.csv").read_bytes(), unit="kg"
    )

    units = await rows_of(
        database, user_id, "SELECT DISTINCT weight_unit FROM sets WHERE user_id = $1"
    )
    assert report.file.unit == "lb"
    assert [row["weight_unit"] for row in units] == ["lb"]


async def test_a_slip_of_the_finger_is_kept_and_has_to_be_confirmed(
    database: Database, user_id: int
) -> None:
    await bring(
        database,
        user_id,
        strong("Bench Press (Barbell),1,2451,5", "Bench Press (Barbell),2,80,5"),
    )

    sets = await rows_of(
        database, user_id, "SELECT * FROM sets WHERE user_id = $1 ORDER BY set_number"
    )
    assert [(s["weight"], s["flag"]) for s in sets] == [
        (Decimal(2451), "to_confirm"),
        (Decimal(80), None),
    ]


async def test_a_converted_weight_is_kept_as_lifted_with_the_text_of_the_file(
    database: Database, user_id: int
) -> None:
    await bring(database, user_id, (FILES / "strong_android_b.csv").read_bytes())

    (bench,) = await rows_of(
        database,
        user_id,
        "SELECT DISTINCT weight, weight_unit, written FROM sets"
        " WHERE user_id = $1 AND written LIKE '61%'",
    )
    assert (bench["weight"], bench["weight_unit"], bench["written"]) == (
        Decimal(135), "lb", "61.23492 kg",
    )  # fmt: skip


async def test_the_body_weight_of_a_workout_comes_with_it(
    database: Database, user_id: int
) -> None:
    await bring(database, user_id, (FILES / "fitnotes_iphone.csv").read_bytes())

    (log,) = await rows_of(
        database, user_id, "SELECT * FROM workout_logs WHERE user_id = $1"
    )
    assert (log["body_weight_kg"], log["source"]) == (Decimal(94), "fitnotes")


async def test_every_format_comes_in_as_its_dry_run_said(
    database: Database, user_id: int
) -> None:
    for file in HISTORIES:
        content = file.read_bytes()
        rehearsed = await rehearse(database, user_id, content)

        real = await bring(
            database, user_id, content, timezone="UTC", columns=rehearsed.file.columns
        )

        assert (real.workouts_new, real.sets_new) == (
            rehearsed.workouts_new, rehearsed.sets_new,
        )  # fmt: skip


async def test_a_known_name_is_linked_and_an_unknown_one_is_a_custom_exercise(
    database: Database, user_id: int
) -> None:
    report = await bring(
        database,
        user_id,
        strong("Bench Press (Barbell),1,80,5", "Zorblax Biceps Wobble,1,10,12"),
    )

    bench, wobble = sorted(report.names, key=lambda one: one.link.raw_name)
    assert (bench.link.outcome, bench.link.exercise_id >> 22) == ("linked", 0)
    assert wobble.link.outcome != "linked"
    (own,) = await rows_of(
        database,
        user_id,
        "SELECT e.*, m.muscle FROM exercises AS e"
        " JOIN exercise_muscles AS m ON m.exercise_id = e.id WHERE e.user_id = $1",
    )
    assert own["id"] == wobble.link.exercise_id
    assert (own["name"], own["muscle"]) == ("Zorblax Biceps Wobble", "biceps")
    links = await rows_of(
        database, user_id, "SELECT * FROM exercise_links WHERE user_id = $1"
    )
    assert {row["raw_name"]: row["outcome"] for row in links} == {
        "Bench Press (Barbell)": "linked",
        "Zorblax Biceps Wobble": wobble.link.outcome,
    }


async def test_two_spellings_of_an_unknown_name_share_one_custom_exercise(
    database: Database, user_id: int
) -> None:
    report = await bring(
        database, user_id, strong("Zorblax Wobble,1,10,12", "zorblax wobble,1,10,12")
    )

    assert len({one.link.exercise_id for one in report.names}) == 1


async def test_a_name_that_the_lifter_has_linked_keeps_its_exercise(
    database: Database, user_id: int
) -> None:
    async with changing(database, user_id, now=now()) as change:
        chosen = await change.tx.value(
            "INSERT INTO exercise_links"
            " (user_id, app, raw_name, exercise_id, outcome, score)"
            " SELECT $1, 'strong', 'Zorblax Wobble', min(id), 'confirmed', 100"
            " FROM exercises WHERE is_system RETURNING exercise_id",
            user_id,
        )

    report = await bring(database, user_id, strong("Zorblax Wobble,1,10,12"))

    (name,) = report.names
    assert (name.link.exercise_id, name.is_new) == (chosen, False)


async def test_two_users_import_the_same_file_into_rows_of_their_own(
    database: Database, user_id: int
) -> None:
    other = await make_user(database, f"other{next(_NUMBERS)}@example.org")
    content = strong("Bench Press (Barbell),1,80,5", "Zorblax Wobble,1,10,12")

    mine = await bring(database, user_id, content)
    theirs = await bring(database, other, content)

    assert mine.sets_new == theirs.sets_new == 2
    ids = [
        {
            row["exercise_id"]
            for row in await rows_of(
                database, who, "SELECT exercise_id FROM sets WHERE user_id = $1"
            )
        }
        for who in (user_id, other)
    ]
    assert len(ids[0] & ids[1]) == 1


async def test_the_import_is_remembered_with_the_fingerprint_of_its_file(
    database: Database, user_id: int
) -> None:
    content = strong("Bench Press (Barbell),1,80,5", ",2,80,5")

    await bring(database, user_id, content)

    (record,) = await rows_of(
        database, user_id, "SELECT * FROM imports WHERE user_id = $1"
    )
    assert record["file_hash"] == hash_of(content.decode()).hex()
    assert record["totals"]["refused_rows"] == 1
    assert record["findings"][0]["line"] == 3
    assert (record["workouts_new"], record["sets_new"]) == (1, 1)
