"""Plans and profiles as files, and the commands that make and check them."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.cli.plan_exercises import known_exercises
from metricgain.engine.generator.profile import Profile
from metricgain.importers.plan_file import (
    file_of_outline,
    outline_of_file,
    read_plan_file,
)
from metricgain.importers.profile_file import ProfileFile, read_profile_file
from metricgain.importers.program_file import plan_schema, written
from metricgain.kit.errors import Invalid

KNOWN = known_exercises()
BENCH = {
    "name": "Barbell Bench Press", "exerciseId": 1, "sets": 3, "repMin": 6,
    "repMax": 10,
}  # fmt: skip
PLAN = {
    "format": "metricgain-plan",
    "version": 1,
    "name": "Mine",
    "durationWeeks": 5,
    "emphasis": {"chest": "emphasize"},
    "workouts": [{"name": "Push", "weekday": 0, "exercises": [BENCH]}],
}
MONDAY = date(2026, 3, 2)


def content(**changes: object) -> bytes:
    return json.dumps(PLAN | changes).encode()


def with_exercise(**changes: object) -> bytes:
    workout = {"name": "Push", "weekday": 0, "exercises": [BENCH | changes]}
    return content(workouts=[workout])


def test_a_plan_is_the_same_after_a_journey_through_a_file() -> None:
    outline = outline_of_file(read_plan_file(content()), KNOWN, start=MONDAY)

    again = written(file_of_outline(outline, KNOWN.names))

    assert outline_of_file(read_plan_file(again), KNOWN, start=MONDAY) == outline
    assert json.loads(again) == PLAN


def test_the_schema_that_is_shipped_is_that_of_the_format() -> None:
    shipped = files("metricgain.importers").joinpath("plan.schema.json")

    assert shipped.read_bytes() == plan_schema()


@pytest.mark.parametrize(
    ("changes", "exercise_id"),
    [
        pytest.param({}, 1, id="id and name"),
        pytest.param({"exerciseId": 2}, 1, id="another id"),
        pytest.param({"exerciseId": None, "name": "bench press"}, 1, id="other name"),
        pytest.param({"exerciseId": 5 << 22 | 1}, 1, id="somebody's own"),
    ],
)
def test_an_exercise_is_found_by_its_name(
    changes: dict[str, object], exercise_id: int
) -> None:
    plan = read_plan_file(with_exercise(**changes))

    outline = outline_of_file(plan, KNOWN, start=MONDAY)

    assert outline.workouts[0].exercises[0].exercise_id == exercise_id


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        pytest.param(b"", "plan", id="nothing"),
        pytest.param(b"\xff{", "plan", id="not UTF-8"),
        pytest.param(b"[" * 100_000, "plan", id="deep"),
        pytest.param(b" " * 1_000_001, "plan", id="large"),
        pytest.param(content(version=2), "version", id="a later version"),
        pytest.param(content(format="other"), "format", id="another format"),
        pytest.param(content(color="red"), "plan", id="an unknown field"),
        pytest.param(content(durationWeeks=8), "durationWeeks", id="too long"),
        pytest.param(
            with_exercise(sets=40), "workouts[0].exercises[0].sets", id="40 sets"
        ),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(sent: bytes, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_plan_file(sent)

    assert refused.value.field == field


def test_an_exercise_that_nobody_knows_is_named() -> None:
    plan = read_plan_file(with_exercise(name="Moon Press"))

    with pytest.raises(Invalid) as refused:
        outline_of_file(plan, KNOWN, start=MONDAY)

    assert refused.value.field == "workouts[0].exercises[0].name"
    assert "Moon Press" in refused.value.rule


def test_an_empty_profile_is_the_usual_one() -> None:
    assert read_profile_file(b"", KNOWN.ids) == Profile()


def test_the_profile_of_the_page_is_understood() -> None:
    page = (Path(__file__).parents[2] / "docs/plan-format.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]

    profile = read_profile_file(example.encode(), KNOWN.ids)

    assert {KNOWN.names[each] for each in profile.favourites} == {"Barbell Row"}
    assert {KNOWN.names[each] for each in profile.banned} == {"Deadlift"}
    assert set(msgspec.json.schema(ProfileFile)["$defs"]["ProfileFile"]["properties"])


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param("- a", "profile", id="a list"),
        pytest.param("a: [", "profile", id="no YAML"),
        pytest.param("!!python/object:os.system {}", "profile", id="code"),
        pytest.param("goal: fame", "goal", id="a goal nobody has"),
        pytest.param("weekdays: [funday, mon]", "weekdays", id="no weekday"),
        pytest.param("weekdays: [mon, mon]", "weekdays", id="one day twice"),
        pytest.param("favourites: [Moon Press]", "favourites", id="no exercise"),
        pytest.param("colour: red", "profile", id="an unknown field"),
    ],
)
def test_a_wrong_profile_names_the_field(text: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_profile_file(text.encode(), KNOWN.ids)

    assert refused.value.field == field


def test_a_plan_is_made_and_checked_without_an_account(tmp_path: Path) -> None:
    profile, plan = tmp_path / "profile.yaml", tmp_path / "plan.json"
    profile.write_text("weekdays: [mon, thu]\nsessionMinutes: 30\n", "utf-8")
    run = CliRunner()

    made = run.invoke(
        app,
        ["generate", "--profile", str(profile), "--planner", "greedy",
         "--out", str(plan)],
    )  # fmt: skip
    checked = run.invoke(app, ["plan", "check", str(plan)])

    assert made.exit_code == checked.exit_code == 0, made.output + checked.output
    assert "There was room for" in made.stderr
    assert read_plan_file(plan.read_bytes()).duration_weeks == 6


def test_a_plan_that_breaks_a_limit_has_exit_code_1(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(with_exercise(sets=14))

    found = CliRunner().invoke(app, ["plan", "check", str(plan)])

    assert found.exit_code == 1
    assert "error: Push: chest: A muscle takes at most 12 sets" in found.stdout


def test_a_heart_that_is_not_cleared_gets_no_plan(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("heartOrIllness: true\n", "utf-8")

    refused = CliRunner().invoke(app, ["generate", "--profile", str(profile)])

    assert "doctor" in str(refused.exception)


def test_a_planner_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("", "utf-8")

    refused = CliRunner().invoke(
        app, ["generate", "--profile", str(profile), "--planner", "oracle"]
    )

    assert refused.exit_code == 2
