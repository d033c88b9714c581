"""An export that somebody wrote by hand or broke is refused whole, and says where."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from blocks import new_user
from make import fill_every_table
from metricgain.actions.delete_account import delete_account
from metricgain.actions.restore_export import restore_export
from metricgain.importers.opening import LARGEST_TEXT
from metricgain.importers.own_export import read_own_export
from metricgain.kit.errors import Invalid
from metricgain.reads.full_export import full_export
from metricgain.store.changes import changing
from metricgain.store.database import Database

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
Export: TypeAlias = dict[str, Any]
Craft: TypeAlias = Callable[[Export], object]


def a(table: str, **values: object) -> Craft:
    """Change values of the first row of a table."""
    return lambda export: export[table][0].update(values)


def another(table: str, **values: object) -> Craft:
    """Add a row that is the first one but for some values."""
    return lambda export: export[table].append(export[table][0] | values)


def second_block(export: Export) -> None:
    """Add a block with a week and a day, to which nothing points yet."""
    for table in ("mesocycles", "microcycles", "workouts"):
        another(table, id=f"{table[1:4]}".encode().hex().ljust(8, "0") + TAIL)(export)
    export["mesocycles"][1]["status"] = "completed"
    for table in ("microcycles", "workouts"):
        export[table][1]["mesocycle_id"] = export["mesocycles"][1]["id"]


TAIL = "-0000-7000-8000-000000000000"
NOBODY = "ffffffff" + TAIL


def _log_of_another_block(export: Export) -> None:
    second_block(export)
    export["workout_logs"][0]["mesocycle_id"] = export["mesocycles"][1]["id"]


def _instance_of_another_week(export: Export) -> None:
    second_block(export)
    export["workout_instances"][0]["microcycle_id"] = export["microcycles"][1]["id"]


def _instance_of_another_day(export: Export) -> None:
    second_block(export)
    export["workout_instances"][0]["workout_id"] = export["workouts"][1]["id"]


def _deep(export: Export) -> None:
    value: object = 1
    for _ in range(100):
        value = [value]
    export["imports"][0]["totals"] = {"sets": value}


CRAFTED = [
    # Wrong types: the database would take many of them for something else.
    pytest.param(a("sets", reps="8"), "sets", "reps", "whole number", id="text"),
    pytest.param(a("sets", reps=True), "sets", "reps", "whole number", id="flag"),
    pytest.param(a("sets", reps=None), "sets", "reps", "whole number", id="nothing"),
    pytest.param(a("sets", reps=8.5), "sets", "reps", "whole number", id="half"),
    pytest.param(
        a("sets", weight=80.005), "sets", "weight", "2 decimals", id="too fine"
    ),
    pytest.param(a("sets", weight="NaN"), "sets", "weight", "a number", id="NaN"),
    pytest.param(
        a("sets", performed_at="now"), "sets", "performed_at", "moment", id="now"
    ),
    pytest.param(
        a("sets", performed_at="infinity"), "sets", "performed_at", "moment", id="never"
    ),
    pytest.param(
        a("sets", performed_at="2026-01-05T09:00:00"),
        *("sets", "performed_at", "offset"),
        id="no offset",
    ),
    pytest.param(
        a("workout_logs", local_date="today"),
        *("workout_logs", "local_date", "a day"),
        id="today",
    ),
    pytest.param(a("workouts", id="1"), "workouts", "id", "UUID", id="no UUID"),
    pytest.param(
        a("workouts", name=["Push"]), "workouts", "name", "text", id="list for text"
    ),
    pytest.param(
        a("workouts", name="x" * 256), "workouts", "name", "255", id="long text"
    ),
    pytest.param(
        a("workout_logs", notes="a\0b"), "workout_logs", "notes", "zero", id="zero"
    ),
    pytest.param(
        a("imports", log_ids=[1]), "imports", "log_ids", "UUID", id="wrong in a list"
    ),
    pytest.param(a("imports", made=[]), "imports", "made", "shaped", id="wrong JSON"),
    pytest.param(_deep, "imports", "totals", "40 times", id="deep JSON"),
    pytest.param(
        a("templates", config={}), "templates", "config", "shaped", id="no template"
    ),
    # Rows that are not in the file, and those of others.
    pytest.param(
        a("sets", workout_log_id=NOBODY),
        *("sets", "workout_log_id", "neither in the file"),
        id="set of no workout",
    ),
    pytest.param(
        a("sets", exercise_id=-2),
        *("sets", "exercise_id", "neither in the file"),
        id="no exercise of one's own",
    ),
    pytest.param(
        a("sets", exercise_id=4194303),
        *("sets", "exercise_id", "neither in the file"),
        id="no exercise of the catalogue",
    ),
    pytest.param(
        a("mesocycles", parent_mesocycle_id=NOBODY),
        *("mesocycles", "parent_mesocycle_id", "neither in the file"),
        id="no earlier block",
    ),
    pytest.param(
        a("user_preferences", gym_id=NOBODY),
        *("user_preferences", "gym_id", "neither in the file"),
        id="no gym",
    ),
    pytest.param(
        a("sets", exercise_id=(1 << 22) + 1),
        *("sets", "exercise_id", "another account"),
        id="exercise of another account",
    ),
    pytest.param(
        a("exercises", id=1), "exercises", "id", "below zero", id="of the catalogue"
    ),
    pytest.param(
        a("templates", config={"exercise_id": 1 << 40}),
        *("templates", "config.exercise_id", "another account"),
        id="exercise of another account within JSON",
    ),
    pytest.param(
        a("sets", user_id=1), "sets", "user_id", "no value of sets", id="another user"
    ),
    pytest.param(
        _log_of_another_block,
        *("workout_logs", "workout_instance_id", "another block"),
        id="log of another block",
    ),
    pytest.param(
        _instance_of_another_week,
        *("workout_instances", "microcycle_id", "another block"),
        id="week of another block",
    ),
    pytest.param(
        _instance_of_another_day,
        *("workout_instances", "workout_id", "another block"),
        id="day of another block",
    ),
    # Absurd numbers.
    pytest.param(a("sets", reps=-8), "sets", "reps", "reps >= 0", id="below zero"),
    pytest.param(a("sets", reps=10**12), "sets", "reps", "2147483647", id="too many"),
    pytest.param(a("sets", weight=10**9), "sets", "weight", "10000", id="too heavy"),
    pytest.param(a("sets", rir=99), "sets", "rir", "BETWEEN 0 AND 10", id="bounds"),
    pytest.param(
        a("workout_logs", local_date="9999-01-01"),
        *("workout_logs", "local_date", "2100-12-31"),
        id="far day",
    ),
    pytest.param(
        a("mesocycles", duration_weeks=40, current_week=1),
        *("mesocycles", "duration_weeks", "BETWEEN 3 AND 7"),
        id="endless block",
    ),
    pytest.param(
        a("gym_equipment", form="stack", lowest=0, step=1e-9, highest=1000),
        *("gym_equipment", "step", "0.5"),
        id="a billion steps",
    ),
    pytest.param(
        a("gym_equipment", form="rack", weights=[1e9]),
        *("gym_equipment", "weights", "1000 kg"),
        id="heavy rack",
    ),
    pytest.param(
        a("exercises", equipment="spoon"),
        "exercises",
        "equipment",
        "barbell",
        id="tool",
    ),
    # Duplicates.
    pytest.param(another("sets"), "sets", "sets", "already", id="the same twice"),
    pytest.param(
        lambda export: another(
            "workout_logs", id=export["workout_logs"][0]["id"].upper()
        )(export),
        *("workout_logs", "workout_logs", "already"),
        id="one id in capitals",
    ),
    pytest.param(
        another("workout_logs", notes="other"),
        *("workout_logs", "workout_logs", "already"),
        id="one id, two workouts",
    ),
    pytest.param(
        another("workouts", id=NOBODY),
        *("workouts", "mesocycle_id_position_in_week", "once only"),
        id="two days in one place",
    ),
    # What a newer version may have added.
    pytest.param(
        a("sets", tempo="3-1-1"), "sets", "tempo", "no value of sets", id="unknown"
    ),
]


@pytest.fixture(scope="module")
def kept() -> dict[str, bytes]:
    """The export that all cases begin with, once it is made."""
    return {}


@pytest.fixture
async def text(database: Database, kept: dict[str, bytes]) -> bytes:
    """An export with a row in every table, of an account that is gone."""
    if "text" not in kept:
        user_id = await new_user(database)
        async with database.as_system() as system:
            await fill_every_table(system.run, user_id)
        kept["text"] = await exported(database, user_id)
        async with changing(database, user_id, now=NOW) as change:
            await delete_account(change)
    return kept["text"]


def written(export: Export) -> bytes:
    """Write an export as we do, a row in each line."""
    head = {name: value for name, value in export.items() if isinstance(value, str)}
    head |= {name: export[name] for name in ("schemaVersion", "account")}
    order = ("format", "schemaVersion", "exportedAt", "account")
    lines = [json.dumps({name: head[name] for name in order}).removesuffix("}")]
    for table, rows in export.items():
        if table not in order:
            listed = ",\n".join(json.dumps(row) for row in rows)
            lines.append(f'"{table}":[\n{listed}]')
    return (",\n".join(lines) + "}\n").encode()


async def put_back(
    database: Database, user_id: int, text: bytes, *, merge: bool = False
) -> None:
    async with changing(database, user_id, now=NOW) as change:
        await restore_export(change, stream=io.BytesIO(text), merge=merge)


async def refusal_of(
    database: Database, text: bytes, *, merge: bool = False
) -> Invalid:
    """Try to put an export back into a new account, which has to stay as it is."""
    user_id = await new_user(database)
    before = await exported(database, user_id)
    with pytest.raises(Invalid) as refused:
        await put_back(database, user_id, text, merge=merge)
    assert await exported(database, user_id) == before
    return refused.value


async def exported(database: Database, user_id: int) -> bytes:
    async with database.as_user(user_id) as tx:
        return b"".join([part async for part in full_export(tx, now=NOW)])


async def test_what_is_written_as_the_cases_are_can_be_put_back(
    database: Database, text: bytes
) -> None:
    export = json.loads(text)
    second_block(export)
    user_id = await new_user(database)

    await put_back(database, user_id, written(export))

    after = json.loads(await exported(database, user_id))
    assert after["sets"] == export["sets"]
    assert len(after["mesocycles"]) == 2


@pytest.mark.parametrize(("craft", "table", "field", "said"), CRAFTED)
async def test_a_crafted_row_is_refused_with_its_place_and_its_rule(
    database: Database, text: bytes, craft: Craft, table: str, field: str, said: str
) -> None:
    export = json.loads(text)
    craft(export)
    crafted = written(export)

    refused = await refusal_of(database, crafted)

    assert refused.field.startswith(field)
    assert said in refused.rule
    assert table in refused.rule
    assert refused.remedy
    if "line" in refused.rule:
        line = int(refused.rule.partition("line ")[2].partition(",")[0])
        shown, _ = json.JSONDecoder().raw_decode(crafted.decode().split("\n")[line - 1])
        assert shown == export[table][-1]


async def test_a_row_among_thousands_is_named_by_its_line(
    database: Database, text: bytes
) -> None:
    export = json.loads(text)
    first = export["sets"][0]
    export["sets"] = [first | {"id": number} for number in range(1, 3000)]
    export["sets"][2345]["rir"] = 11
    crafted = written(export)

    refused = await refusal_of(database, crafted)

    line = 1 + crafted.decode().split("\n").index(
        json.dumps(export["sets"][2345]) + ","
    )
    assert f"line {line}, a row of sets" in refused.rule


FILES = [
    pytest.param('"schemaVersion": 1', '"schemaVersion": 7', "version 7", id="newer"),
    pytest.param('"schemaVersion": 1', '"schemaVersion": {}', "version", id="none"),
    pytest.param('"sets":[', '"spells":[', "'spells'", id="unknown table"),
    pytest.param('"sets":[', '"week_changes":[', "twice", id="table twice"),
    pytest.param('"exercises":[', '"sets":[', "sets", id="sets before all else"),
    pytest.param('"timezone": "', '"timezone": "x', "time zone", id="no zone"),
    pytest.param('"timezone": "', '"zodiac": "', "'zodiac'", id="unknown of account"),
    pytest.param('"sets":[', '"sets":[7,', "no object", id="no row"),
    pytest.param('"sets":[', '"sets":{"a":[', "wrong place", id="no list"),
    pytest.param('"reps": 8', '"reps": 1e999', "whole number", id="beyond numbers"),
    pytest.param('"reps": 8', '"reps": NaN', "no JSON", id="no number"),
    pytest.param('"reps": 8', '"reps": ' + "9" * 4000, "whole", id="endless number"),
    pytest.param('"name": "Push"', '"name": "\\ud800"', "JSON", id="half a character"),
]


@pytest.mark.parametrize(("old", "new", "said"), FILES)
async def test_a_crafted_file_is_refused_and_says_why(
    database: Database, text: bytes, old: str, new: str, said: str
) -> None:
    before = written(json.loads(text)).decode()
    assert old in before

    refused = await refusal_of(database, before.replace(old, new, 1).encode())

    assert said in refused.rule


async def test_a_file_that_is_cut_anywhere_is_refused(
    database: Database, text: bytes
) -> None:
    whole = text.rstrip()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.json", whole)
    user_id = await new_user(database)
    before = await exported(database, user_id)
    cuts = [whole[: len(whole) * part // 12] for part in range(1, 12)]
    cuts += [whole[:-1], packed.getvalue()[:-40], packed.getvalue()[:2000]]

    for cut in cuts:
        with pytest.raises(Invalid):
            await put_back(database, user_id, cut)

    assert await exported(database, user_id) == before


async def test_rows_that_stand_twice_are_refused_in_a_merge_too(
    database: Database, text: bytes
) -> None:
    export = json.loads(text)
    another("sets", reps=9)(export)

    refused = await refusal_of(database, written(export), merge=True)

    assert "already" in refused.rule


def test_more_rows_than_a_lifetime_has_are_refused_with_their_line() -> None:
    head = '{"format":"metricgain","schemaVersion":1,"account":{},"sets":[\n'
    stream = io.BytesIO((head + ",\n".join(["{}"] * 30) + "]}").encode())
    rows = read_own_export(stream, tables=frozenset({"sets"}), most_rows=20)

    with pytest.raises(Invalid, match="Line 22: the export has more than 20 rows"):
        list(rows)


def test_a_file_larger_than_any_history_is_refused_before_it_is_read(
    tmp_path: Path,
) -> None:
    with (tmp_path / "huge.json").open("w+b") as stream:
        stream.truncate(LARGEST_TEXT + 1)

        with pytest.raises(Invalid, match="512 MiB"):
            next(read_own_export(stream, tables=frozenset({"sets"})))
