"""A catalogue file that breaks a rule is refused with its file, entry and field."""

from pathlib import Path

import pytest

from metricgain.catalogue.entry import CatalogueError
from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import (
    read_exercises,
    read_templates,
    version_of,
)

CURL = """
[[exercise]]
id = 7
name = "Curl"
aliases = ["Bicep Curl"]
type = "freeweight"
equipment = "dumbbell"
pattern = "curl"
muscles = { biceps = 1, forearms = 0.5 }
reps = [8, 15]
skill = 1
joints = ["elbow"]
description = "Bend the elbows."
"""
BLOCK = """
id = "018f0000-0000-7000-8000-000000000001"
name = "Arms"
description = "Arms only."
duration_weeks = 4
days_per_week = 1
experience = "beginner"
equipment = ["dumbbell"]
tags = ["arms"]

[[workout]]
name = "Day 1"
day_of_week = 0
exercises = [
  { id = 7, sets = 3, reps = [8, 12], rir = 2 }, # Curl
]
"""


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_entry_is_read_with_its_defaults(tmp_path: Path) -> None:
    (curl,) = read_exercises(write(tmp_path, "bis.toml", CURL))

    assert (curl.id, curl.name, curl.aliases) == (7, "Curl", ("Bicep Curl",))
    assert curl.muscle_group == "bis"
    assert curl.muscles == {"biceps": 1.0, "forearms": 0.5}
    assert (curl.rep_min, curl.rep_max) == (8, 15)
    assert (curl.load_kind, curl.body_weight_factor) == ("external", 0.0)
    flags = (curl.is_compound, curl.per_side, curl.unilateral, curl.traps_lifter)
    assert not any(flags)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        pytest.param("id = 7", "id = 0", "id: is from 1", id="id too low"),
        pytest.param("id = 7", 'id = "7"', "id: is a whole number", id="id is text"),
        pytest.param("id = 7", "", "id: is missing", id="no id"),
        pytest.param('"Curl"', '""', "name: is a text", id="empty name"),
        pytest.param('"Curl"', '"Cu\\u0007rl"', "name: is a text", id="control"),
        pytest.param('"Curl"', f'"{"x" * 256}"', "name: has at most 255", id="long"),
        pytest.param('"freeweight"', '"iron"', "type: is one of", id="type"),
        pytest.param('"dumbbell"', '"log"', "equipment: is one of", id="equipment"),
        pytest.param('"curl"', '"wave"', "pattern: is one of", id="pattern"),
        pytest.param("biceps = 1", "heart = 1", "muscles: 'heart'", id="muscle"),
        pytest.param(
            "forearms = 0.5", "forearms = 0.25", "muscles: forearms", id="share"
        ),
        pytest.param("biceps = 1", "biceps = 0.5", "at least one", id="no direct"),
        pytest.param("[8, 15]", "[15, 8]", "reps: ends at 8", id="reps turned"),
        pytest.param("[8, 15]", "[8]", "reps: is a lower", id="one end of reps"),
        pytest.param("[8, 15]", "8", "reps: is a list", id="reps no list"),
        pytest.param("skill = 1", "skill = 4", "skill: is from 1 to 3", id="skill"),
        pytest.param("skill = 1", "skill = true", "skill: is a whole", id="flag"),
        pytest.param('["elbow"]', '["tail"]', "joints: 'tail'", id="joint"),
        pytest.param(
            "skill = 1", "skill = 1\ncolour = 1", "colour: is no field", id="unknown"
        ),
        pytest.param(
            "skill = 1", "skill = 1\ncompound = 1", "compound: is true", id="no flag"
        ),
        pytest.param(
            "skill = 1",
            'skill = 1\nload = "bodyweight"',
            "body_weight_factor: is missing",
            id="body weight without factor",
        ),
        pytest.param(
            "skill = 1",
            'skill = 1\nload = "assisted"\nbody_weight_factor = 1.5',
            "body_weight_factor: is above 0",
            id="factor above 1",
        ),
        pytest.param(
            "skill = 1",
            'skill = 1\nload = "assisted"\nbody_weight_factor = "all"',
            "body_weight_factor: is a number",
            id="factor is text",
        ),
        pytest.param(
            "skill = 1",
            "skill = 1\nbody_weight_factor = 0.5",
            "body_weight_factor: belongs",
            id="factor of an external load",
        ),
        pytest.param(
            '"Bicep Curl"', '"curl"', "name 'curl': is taken", id="alias is the name"
        ),
    ],
)
def test_a_broken_entry_is_refused_by_field(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    text = CURL.replace(right, wrong)
    assert text != CURL

    with pytest.raises(CatalogueError, match=r"^bis\.toml: ") as refused:
        read_exercises(write(tmp_path, "bis.toml", text))

    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("arms.toml", CURL, "is no muscle group", id="group"),
        pytest.param("bis.toml", "[[exercise", "is no TOML", id="syntax"),
        pytest.param("bis.toml", "", "exercise: is missing", id="empty"),
        pytest.param("bis.toml", "exercise = []", "is not empty", id="none"),
        pytest.param("bis.toml", "exercise = [1]", "list of tables", id="number"),
    ],
)
def test_a_broken_file_is_refused_by_name(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    with pytest.raises(CatalogueError, match=message) as refused:
        read_exercises(write(tmp_path, name, text))

    assert str(refused.value).startswith(name)


@pytest.mark.parametrize(
    ("name", "alias", "number", "message"),
    [
        pytest.param("Other", "Another", 7, "id: is taken by bis", id="id"),
        pytest.param("CURL", "Another", 8, "'CURL': is taken by bis", id="name"),
        pytest.param("Other", "bicep-curl", 8, "'bicep-curl': is taken", id="alias"),
    ],
)
def test_two_files_may_not_share_an_id_or_a_name(
    tmp_path: Path, name: str, alias: str, number: int, message: str
) -> None:
    other = CURL.replace('"Curl"', f'"{name}"').replace('"Bicep Curl"', f'"{alias}"')
    write(tmp_path, "bis.toml", CURL)
    write(tmp_path, "tris.toml", other.replace("id = 7", f"id = {number}"))

    with pytest.raises(CatalogueError, match=message):
        read_exercises(tmp_path)


def test_a_template_is_read_in_the_form_the_database_keeps(tmp_path: Path) -> None:
    (block,) = read_templates(write(tmp_path, "arms.toml", BLOCK), frozenset({7}))

    assert block.config == {
        "duration_weeks": 4,
        "days_per_week": 1,
        "workouts": [
            {
                "name": "Day 1",
                "day_of_week": 0,
                "exercises": [
                    {
                        "exercise_id": 7,
                        "target_sets": 3,
                        "target_reps_min": 8,
                        "target_reps_max": 12,
                        "target_rir": 2,
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        pytest.param("id = 7", "id = 8", "exercises 1: id: no exercise 8", id="id"),
        pytest.param("sets = 3", "sets = 16", "sets: is from 1 to 15", id="sets"),
        pytest.param("weeks = 4", "weeks = 8", "duration_weeks: is from 3", id="weeks"),
        pytest.param(
            "days_per_week = 1",
            "days_per_week = 2",
            "days_per_week: is the number",
            id="days",
        ),
        pytest.param('"018f', '"zzz', "id: is a UUID", id="uuid"),
        pytest.param(
            'equipment = ["dumbbell"]',
            'equipment = ["dumbell"]',
            "equipment: 'dumbell'",
            id="equipment",
        ),
        pytest.param("day_of_week = 0", "day_of_week = 7", "day_of_week: is", id="day"),
    ],
)
def test_a_broken_template_is_refused_by_field(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    text = BLOCK.replace(right, wrong)
    assert text != BLOCK

    with pytest.raises(CatalogueError, match=message) as refused:
        read_templates(write(tmp_path, "arms.toml", text), frozenset({7}))

    assert str(refused.value).startswith("arms.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Push-Up", "push  up", id="hyphen, case and blanks"),
        pytest.param("Farmer's Walk", "FARMER\u2019S WALK", id="apostrophes"),
        pytest.param("Press (Barbell)", "press barbell", id="brackets"),
        pytest.param("Développé", "developpe", id="accents"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    for folder in ("exercises", "templates"):
        (tmp_path / folder).mkdir()
    write(tmp_path / "exercises", "bis.toml", CURL)
    versions = [version_of(tmp_path), version_of(tmp_path)]
    write(tmp_path / "templates", "arms.toml", BLOCK)
    versions.append(version_of(tmp_path))
    (tmp_path / "exercises" / "bis.toml").rename(tmp_path / "exercises" / "tris.toml")
    versions.append(version_of(tmp_path))

    assert versions[0] == versions[1]
    assert len(set(versions)) == 3
    assert {len(version) for version in versions} == {16}
