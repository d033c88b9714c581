"""Programs as files, and the commands that make and check them."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.cli.plan_exercises import known_exercises
from metricgain.engine.outline import Outline
from metricgain.importers.plan_file import PlanFile, workouts_of_file
from metricgain.importers.program_file import (
    ProgramFile,
    file_of_outlines,
    plan_of_program,
    read_any_plan_file,
    written,
)
from metricgain.kit.errors import Invalid

KNOWN = known_exercises()
BENCH = {
    "name": "Barbell Bench Press", "exerciseId": 1, "sets": 3, "repMin": 6,
    "repMax": 10,
}  # fmt: skip
PUSH = {"name": "Push", "weekday": 0, "exercises": [BENCH]}
BLOCK = {"name": "Block 1", "durationWeeks": 6, "workouts": [PUSH]}
PROGRAM: dict[str, Any] = {
    "format": "metricgain-program",
    "version": 1,
    "name": "Mine",
    "goal": "hypertrophy",
    "macrocycles": [
        {"mesocycles": [BLOCK, BLOCK | {"name": "Heavy", "durationWeeks": 4}]},
        {
            "mesocycles": [
                BLOCK
                | {
                    "name": "After the holiday",
                    "weeksBefore": 2,
                    "emphasis": {"chest": "emphasize"},
                    "description": "Easy at first.",
                }
            ]
        },
    ],
}
MONDAY = date(2026, 3, 2)


def content(**changes: object) -> bytes:
    return json.dumps(PROGRAM | changes).encode()


def with_block(**changes: object) -> bytes:
    return content(macrocycles=[{"mesocycles": [BLOCK | changes]}])


def read(sent: bytes) -> ProgramFile:
    found = read_any_plan_file(sent)
    assert isinstance(found, ProgramFile)
    return found


def test_a_program_is_the_same_after_a_journey_through_a_file() -> None:
    file = read(content())
    plan = plan_of_program(file, MONDAY)
    outlines = [
        Outline(
            name=block.name,
            description=block.description,
            start_date=days.first_day,
            weeks=days.weeks,
            emphasis=days.emphasis,
            workouts=workouts_of_file(block.workouts or (), KNOWN, place=place),
        )
        for block, days, place in zip(
            file.mesocycles, plan.mesocycles, file.places, strict=True
        )
    ]

    again = written(
        file_of_outlines(
            file.name, file.goal, [outlines[:2], outlines[2:]], KNOWN.names
        )
    )

    assert json.loads(again) == PROGRAM
    assert [one.first_day for one in plan.mesocycles] == [
        MONDAY + timedelta(weeks=weeks) for weeks in (0, 6, 12)
    ]
    assert plan.last_day == MONDAY + timedelta(weeks=18, days=-1)


def test_a_file_of_one_block_is_read_as_before() -> None:
    sent = {
        "format": "metricgain-plan", "version": 1, "name": "Old", "durationWeeks": 5,
        "workouts": [PUSH],
    }  # fmt: skip

    found = read_any_plan_file(json.dumps(sent).encode())

    assert isinstance(found, PlanFile)
    assert found.duration_weeks == 5


SETS = "macrocycles[0].mesocycles[0].workouts[0].exercises[0].sets"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        pytest.param(b"", "plan", id="nothing"),
        pytest.param(b"my program", "plan", id="not JSON"),
        pytest.param(content()[:-40], "plan", id="cut"),
        pytest.param(b'["metricgain-program"]', "plan", id="a list"),
        pytest.param(content() + b" " * 1_000_000, "plan", id="huge"),
        pytest.param(content(version=2), "version", id="a later version"),
        pytest.param(content(format="other"), "format", id="another format"),
        pytest.param(content(goal="fame"), "goal", id="a goal nobody has"),
        pytest.param(content(color="red"), "plan", id="an unknown field"),
        pytest.param(content(macrocycles=[]), "macrocycles", id="no blocks"),
        pytest.param(
            with_block(durationWeeks=8),
            "macrocycles[0].mesocycles[0].durationWeeks",
            id="a block too long",
        ),
        pytest.param(
            with_block(workouts=[PUSH | {"exercises": [BENCH | {"sets": 40}]}]),
            SETS.replace("[0]", "[...]"),
            id="40 sets of curls",
        ),
    ],
)
def test_what_is_no_program_is_refused_with_its_place(sent: bytes, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_any_plan_file(sent)

    assert refused.value.field.replace("[0]", "[...]") == field.replace("[0]", "[...]")


@pytest.mark.parametrize(
    ("sent", "start", "field"),
    [
        pytest.param(
            content(macrocycles=[{"mesocycles": [BLOCK | {"durationWeeks": 7}] * 15}]),
            MONDAY, "macrocycles", id="105 weeks",
        ),
        pytest.param(content(), date(9999, 12, 27), "startDate", id="never"),
    ],
)  # fmt: skip
def test_a_program_that_goes_too_far_is_refused(
    sent: bytes, start: date, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        plan_of_program(read(sent), start)

    assert refused.value.field == field


def test_a_program_is_made_and_checked_without_an_account(tmp_path: Path) -> None:
    profile, out = tmp_path / "profile.yaml", tmp_path / "program.json"
    profile.write_text(
        "weekdays: [mon, thu]\nsessionMinutes: 30\nhorizonWeeks: 13\n", "utf-8"
    )
    run = CliRunner()

    made = run.invoke(
        app,
        ["generate", "--profile", str(profile), "--planner", "greedy", "--program",
         "--out", str(out)],
    )  # fmt: skip
    checked = run.invoke(app, ["plan", "check", str(out)])

    assert made.exit_code == checked.exit_code == 0, made.output + checked.output
    assert "There was room for" in made.stderr
    assert "Block 3: " in checked.stdout
    program = read(out.read_bytes())
    assert [
        [(one.weeks_before, one.duration_weeks) for one in macro.mesocycles]
        for macro in program.macrocycles
    ] == [[(0, 4), (0, 4)], [(1, 4)]]


def test_a_block_that_breaks_a_limit_is_named_with_exit_code_1(tmp_path: Path) -> None:
    out = tmp_path / "program.json"
    curls = {**BENCH, "name": "Barbell Curl", "exerciseId": None, "sets": 14}
    out.write_bytes(with_block(name="Arms", workouts=[PUSH | {"exercises": [curls]}]))

    found = CliRunner().invoke(app, ["plan", "check", str(out)])

    assert found.exit_code == 1, found.output
    assert "error: Arms: Push: biceps: A muscle takes at most 12 sets" in found.stdout


def test_the_program_of_the_page_is_understood() -> None:
    page = (Path(__file__).parents[2] / "docs/plan-format.md").read_text("utf-8")
    example = page.split("## A whole program")[1].split("```json\n")[1].split("```")[0]

    program = read(example.encode())

    assert [one.workouts is None for one in program.mesocycles] == [False, True]
    assert plan_of_program(program, MONDAY).weeks == 12
