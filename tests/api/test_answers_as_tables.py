"""Answers about the past as CSV and Parquet."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pyarrow import parquet

from blocks import BENCH
from conftest import SignedIn

SPAN = "from=2026-W09&to=2026-W10"
TABLES = [
    ("/analytics/weekly-volume", SPAN, ""),
    ("/analytics/weeks", SPAN, ""),
    ("/analytics/year-over-year", "year=2026", "weeks"),
    ("/analytics/training-days", "year=2026", "days"),
    ("/analytics/muscle-groups", SPAN, "muscles"),
    ("/analytics/muscle-groups", SPAN + "&table=groups", "groups"),
    ("/analytics/muscle-weeks", SPAN, ""),
    ("/analytics/summary", "table=muscles", "muscles"),
    ("/analytics/records", SPAN, ""),
    (f"/analytics/exercises/{BENCH}/trend", SPAN, "points"),
    (f"/analytics/exercises/{BENCH}/history", "", "items"),
    ("/analytics/feedback", SPAN, "correlations"),
    ("/analytics/feedback", SPAN + "&table=history", "history"),
    ("/analytics/adherence", SPAN, "weeks"),
    ("/dashboard", "table=recentRecords", "recentRecords"),
]


@pytest.fixture
async def trained(lifter: SignedIn) -> SignedIn:
    """Somebody with two sets, an answer, and an own exercise of a dangerous name."""
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    own = {
        "name": "=HYPERLINK(1)",
        "muscleGroup": "chest",
        "exerciseType": "freeweight",
        "equipment": "barbell",
        "movementPattern": "horizontal_press",
        "muscles": {"chest": 1},
    }
    exercise_id = (lifter.user_id << 22) + 5
    made = await lifter.client.put(f"/exercises/{exercise_id}", json=own)
    assert made.status_code == 200, made.text
    log = "/workout-logs/019cb1d0-1900-7000-8000-000000000001"
    await lifter.client.put(log, json={"startedAt": at.isoformat()})
    for number, exercise in enumerate((BENCH, exercise_id), 1):
        answer = await lifter.client.put(
            f"{log}/sets/{number}",
            json={
                "exerciseId": exercise,
                "setNumber": number,
                "weight": 62.5,
                "weightUnit": "kg",
                "reps": 8,
            },
        )
        assert answer.status_code == 200, answer.text
    await lifter.client.put(f"{log}/feedback/chest", json={"soreness": 1})
    return lifter


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of JSON with the fields of its parts beside its own."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        parts = flat(value).items() if isinstance(value, dict) else [(None, value)]
        found |= {f"{name}_{inner}" if inner else name: each for inner, each in parts}
    return found


def in_json(value: object) -> object:
    """Return a value of Parquet as JSON would say it."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def in_csv(value: object) -> str:
    """Return a value of JSON as CSV says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if text.startswith("="):
        return f"'{text}"
    return text.replace("Z", "+00:00") if text.endswith("Z") else text


@pytest.mark.parametrize(("path", "query", "table"), TABLES)
async def test_a_table_holds_the_rows_of_the_answer(
    trained: SignedIn, path: str, query: str, table: str
) -> None:
    said = (await trained.client.get(f"{path}?{query}")).json()
    rows = [flat(row) for row in (said[table] if table else said)]

    as_csv = await trained.client.get(f"{path}?{query}&format=csv")
    as_parquet = await trained.client.get(f"{path}?{query}&format=parquet")

    assert as_csv.headers["content-type"] == "text/csv; charset=utf-8"
    lines = list(csv.DictReader(io.StringIO(as_csv.text, newline="")))
    assert lines == [{k: in_csv(v) for k, v in row.items()} for row in rows]
    name = path.rpartition("/")[2]
    assert as_parquet.headers["content-disposition"] == (
        f'attachment; filename="{name}.parquet"'
    )
    found = parquet.read_table(io.BytesIO(as_parquet.content)).to_pylist()
    assert [{k: in_json(v) for k, v in row.items()} for row in found] == rows


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        pytest.param("text/csv", "text/csv; charset=utf-8", id="csv"),
        pytest.param("text/csv;q=0.9, */*", "text/csv; charset=utf-8", id="csv first"),
        pytest.param("application/json, text/csv", "application/json", id="json first"),
        pytest.param("text/html", "application/json", id="nothing that is offered"),
        pytest.param(
            "application/vnd.apache.parquet",
            "application/vnd.apache.parquet",
            id="parquet",
        ),
    ],
)
async def test_the_format_is_what_the_client_accepts(
    lifter: SignedIn, accept: str, kind: str
) -> None:
    answer = await lifter.client.get("/analytics/weeks", headers={"Accept": accept})

    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind


async def test_a_name_that_is_a_formula_is_written_as_text(trained: SignedIn) -> None:
    answer = await trained.client.get("/analytics/records?format=csv")

    assert ",'=HYPERLINK(1)," in answer.text


async def test_a_table_that_an_answer_does_not_have_is_refused(
    lifter: SignedIn,
) -> None:
    answer = await lifter.client.get("/analytics/feedback?format=csv&table=moods")

    assert answer.status_code == 422
    assert answer.json()["field"] == "table"
    assert answer.json()["rule"] == "must be one of correlations, history"


async def test_a_file_that_was_kept_is_not_sent_again(trained: SignedIn) -> None:
    path = "/analytics/weeks?format=csv&from=2026-W09&to=2026-W10"
    first = await trained.client.get(path)

    again = await trained.client.get(
        path, headers={"If-None-Match": first.headers["etag"]}
    )

    assert again.status_code == 304
