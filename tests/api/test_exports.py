"""What one owns goes out over HTTP, whole, and nobody else's."""

import csv
import io
import json
import zipfile

import pytest
from pyarrow import parquet

from conftest import SignedIn
from strong_file import strong

ROWS = strong(
    "Bench Press (Barbell),1,80,5",
    '"=SUM(A1) Press",W,20,10',
    '"=SUM(A1) Press",1,61.25,7',
)


async def trained(person: SignedIn) -> None:
    answer = await person.client.post(
        "/imports",
        content=ROWS,
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg", "timezone": "UTC"},
    )
    assert answer.json()["setsNew"] == 3


@pytest.mark.smoke
async def test_everything_one_owns_is_one_json_and_nobody_elses(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    await trained(lifter)

    answer = await lifter.client.get("/export")
    other = await other_lifter.client.get("/export")

    assert answer.headers["content-type"].startswith("application/json")
    assert "attachment; filename=" in answer.headers["content-disposition"]
    export = answer.json()
    assert (export["format"], export["schemaVersion"]) == ("metricgain", 1)
    assert len(export["sets"]) == 3
    assert [one["raw_name"] for one in export["exercise_links"]] == [
        "=SUM(A1) Press",
        "Bench Press (Barbell)",
    ]
    assert lifter.token not in answer.text
    assert other.json()["sets"] == []


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        pytest.param("?format=zip", "*/*", id="as the address says"),
        pytest.param("", "application/zip", id="as Accept says"),
    ],
)
async def test_an_export_comes_packed(
    lifter: SignedIn, query: str, accept: str
) -> None:
    await trained(lifter)

    answer = await lifter.client.get(f"/export{query}", headers={"Accept": accept})

    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["metricgain.json"]
        assert len(json.loads(archive.read("metricgain.json"))["sets"]) == 3


async def test_the_schema_names_every_table_of_an_export(lifter: SignedIn) -> None:
    schema = (await lifter.client.get("/export/schema")).json()
    export = (await lifter.client.get("/export")).json()

    assert set(schema["required"]) == set(export)


@pytest.mark.parametrize(
    ("format_", "name", "weight"),
    [
        pytest.param("csv", "exercise", "weight", id="our own table"),
        pytest.param("strong", "Exercise Name", "Weight", id="Strong"),
        pytest.param("hevy", "exercise_title", "weight_kg", id="Hevy"),
    ],
)
async def test_sets_are_rows_that_run_nothing(
    lifter: SignedIn, format_: str, name: str, weight: str
) -> None:
    await trained(lifter)

    answer = await lifter.client.get(
        "/export/sets", params={"format": format_, "unit": "kg"}
    )

    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row[name], row[weight]) for row in rows][1:] == [
        ("'=SUM(A1) Press", "20"),
        ("'=SUM(A1) Press", "61.25"),
    ]
    # Whoever came from Strong finds Strong's names again.
    if format_ == "strong":
        assert rows[0][name] == "Bench Press (Barbell)"


async def test_sets_come_as_openweight_and_as_parquet(lifter: SignedIn) -> None:
    await trained(lifter)

    (log,) = (
        await lifter.client.get("/export/sets", params={"format": "openweight"})
    ).json()
    table = await lifter.client.get("/export/sets", params={"format": "parquet"})

    assert [len(one["sets"]) for one in log["exercises"]] == [1, 2]
    rows = parquet.read_table(io.BytesIO(table.content)).to_pylist()
    assert [row["weight"] for row in rows] == [80.0, 20.0, 61.25]


@pytest.mark.parametrize("format_", ["csv", "strong", "hevy", "openweight", "parquet"])
async def test_no_history_is_a_file_without_sets(
    lifter: SignedIn, format_: str
) -> None:
    answer = await lifter.client.get("/export/sets", params={"format": format_})

    assert answer.status_code == 200
    assert len(answer.content) > 1
