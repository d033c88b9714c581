"""`metricgain generate --planner ai` asks the model that the settings name."""

import json
import subprocess
import sys
from pathlib import Path

from model_stand_in import Says, model_that

PROFILE = "goal: hypertrophy\nweekdays: [monday, thursday]\nsessionMinutes: 45\n"
RUN = "from metricgain.cli import main; main()"
WEEK = json.dumps(
    {
        "workouts": [
            {
                "weekday": "Monday",
                "exercises": [
                    {"name": "Barbell Bench Press", "sets": 3},
                    {"name": "Moon Walk", "sets": 3},
                ],
            }
        ]
    }
)


def generate(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    profile = folder / "profile.yaml"
    profile.write_text(PROFILE, encoding="utf-8")
    return subprocess.run(
        [
            *(sys.executable, "-c", RUN, "generate"),
            *("--profile", str(profile), "--planner", "ai"),
            *("--out", str(folder / "plan.json")),
        ],
        env={f"METRICGAIN_{name.upper()}": value for name, value in settings.items()},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_model_is_named_before_it_is_asked_and_its_plan_is_mended(
    tmp_path: Path,
) -> None:
    with model_that([Says(text=WEEK)]) as model:
        done = generate(tmp_path, ai_model="stand-in", ai_address=model.address)

    plan = json.loads((tmp_path / "plan.json").read_bytes())
    names = {one["name"] for day in plan["workouts"] for one in day["exercises"]}
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("Asking 127.0.0.1:")
    assert "Moon Walk: It was left out: nobody knows it here." in done.stderr
    assert "Barbell Bench Press" in names


def test_without_a_model_nothing_is_written(tmp_path: Path) -> None:
    done = generate(tmp_path)

    assert done.returncode == 2
    assert "METRICGAIN_AI_MODEL" in done.stderr
    assert not (tmp_path / "plan.json").exists()
