"""The exercises and templates that come with the product, read from their files."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, NotRequired, TypedDict
from uuid import UUID

from metricgain.catalogue.entry import CatalogueError, Entry
from metricgain.catalogue.names import normalise
from metricgain.catalogue.vocabulary import (
    EQUIPMENT,
    EXERCISE_TYPES,
    EXPERIENCE,
    JOINTS,
    LOAD_KINDS,
    MUSCLE_GROUPS,
    MUSCLES,
    PATTERNS,
)

_SHARES: Final = (1, 0.5)
_HIGHEST_ID: Final = 2**22 - 1
_MOST_REPS: Final = 1000
_MOST_SETS: Final = 15
_LAST_DAY: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueExercise:
    """An exercise of the catalogue; docs/catalogue.md says what each field means."""

    id: int
    name: str
    aliases: tuple[str, ...]
    muscle_group: str
    exercise_type: str
    equipment: str
    movement_pattern: str
    muscles: Mapping[str, float]
    rep_min: int
    rep_max: int
    is_compound: bool
    load_kind: str
    body_weight_factor: float
    per_side: bool
    unilateral: bool
    traps_lifter: bool
    is_timed: bool
    skill_level: int
    joints: tuple[str, ...]
    description: str


class TemplateExercise(TypedDict):
    """What a template plans of one exercise in one workout of the first week."""

    exercise_id: int
    target_sets: int
    target_reps_min: int
    target_reps_max: int
    target_rir: NotRequired[int]


class TemplateWorkout(TypedDict):
    """One workout of each week; `day_of_week` counts from 0 for Monday."""

    name: str
    day_of_week: int
    exercises: list[TemplateExercise]


class TemplateConfig(TypedDict):
    """A template's plan in the form in which the database keeps it."""

    duration_weeks: int
    days_per_week: int
    workouts: list[TemplateWorkout]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueTemplate:
    """A built-in block that a mesocycle can be started from."""

    id: UUID
    name: str
    description: str
    tags: tuple[str, ...]
    experience: str
    equipment: tuple[str, ...]
    config: TemplateConfig


@cache
def exercises() -> tuple[CatalogueExercise, ...]:
    """Return every exercise of the catalogue, by id; raises CatalogueError."""
    return read_exercises(_data() / "exercises")


@cache
def templates() -> tuple[CatalogueTemplate, ...]:
    """Return every built-in template, by name; raises CatalogueError."""
    ids = frozenset(exercise.id for exercise in exercises())
    return read_templates(_data() / "templates", ids)


@cache
def catalogue_version() -> str:
    """Return a short text that changes whenever any catalogue file changes."""
    return version_of(_data())


def version_of(data: Traversable) -> str:
    """Return 16 hex digits over the names and contents of the files in a folder.

    The folder holds `exercises` and `templates`, like the one that comes with the
    product.
    """
    digest = sha256()
    for folder in ("exercises", "templates"):
        for file in _toml_files(data / folder):
            content = file.read_bytes()
            digest.update(f"{folder}/{file.name}:{len(content)}:".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def read_exercises(folder: Traversable) -> tuple[CatalogueExercise, ...]:
    """Read the exercise files of a folder, each named after its muscle group.

    Raises CatalogueError for the first field that breaks a rule, and for an id or a
    name that is given twice, in one file or in two.
    """
    found: list[CatalogueExercise] = []
    ids: dict[object, str] = {}
    names: dict[object, str] = {}
    for file in _toml_files(folder):
        group = file.name.removesuffix(".toml")
        if group not in MUSCLE_GROUPS:
            raise CatalogueError(file.name, "name", "is no muscle group")
        for entry in _entries(file, "exercise"):
            exercise = _exercise(entry, group)
            _claim(entry, "id", exercise.id, ids)
            for name in (exercise.name, *exercise.aliases):
                _claim(entry, f"name {name!r}", normalise(name), names)
            found.append(exercise)
    return tuple(sorted(found, key=lambda exercise: exercise.id))


def read_templates(
    folder: Traversable, exercise_ids: frozenset[int]
) -> tuple[CatalogueTemplate, ...]:
    """Read the template files of a folder, one template each.

    Raises CatalogueError for the first field that breaks a rule, for an exercise that
    is not among `exercise_ids`, and for an id or a name that is given twice.
    """
    found: list[CatalogueTemplate] = []
    ids: dict[object, str] = {}
    names: dict[object, str] = {}
    for file in _toml_files(folder):
        entry = Entry(file.name, _parsed(file))
        template = _template(entry, exercise_ids)
        _claim(entry, "id", template.id, ids)
        _claim(entry, "name", normalise(template.name), names)
        found.append(template)
    return tuple(sorted(found, key=lambda template: template.name))


def _exercise(entry: Entry, group: str) -> CatalogueExercise:
    reps = entry.span("reps", 1, _MOST_REPS)
    load_kind = entry.one_of("load", LOAD_KINDS, "external")
    exercise = CatalogueExercise(
        id=entry.whole("id", 1, _HIGHEST_ID),
        name=entry.text("name"),
        aliases=tuple(entry.texts("aliases", ())),
        muscle_group=group,
        exercise_type=entry.one_of("type", EXERCISE_TYPES),
        equipment=entry.one_of("equipment", EQUIPMENT),
        movement_pattern=entry.one_of("pattern", PATTERNS),
        muscles=_muscles(entry),
        rep_min=reps[0],
        rep_max=reps[1],
        is_compound=entry.flag("compound"),
        load_kind=load_kind,
        body_weight_factor=_body_weight_factor(entry, load_kind),
        per_side=entry.flag("per_side"),
        unilateral=entry.flag("unilateral"),
        traps_lifter=entry.flag("traps_lifter"),
        is_timed=entry.flag("timed"),
        skill_level=entry.whole("skill", 1, 3),
        joints=_joints(entry),
        description=entry.text("description"),
    )
    entry.done()
    return exercise


def _muscles(entry: Entry) -> Mapping[str, float]:
    shares: dict[str, float] = {}
    for muscle, share in entry.table("muscles").items():
        if muscle not in MUSCLES:
            raise entry.error("muscles", f"{muscle!r} is no muscle we count")
        if isinstance(share, bool) or share not in _SHARES:
            raise entry.error("muscles", f"{muscle} counts 1 or 0.5, not {share!r}")
        shares[muscle] = float(str(share))
    if 1.0 not in shares.values():
        raise entry.error("muscles", "at least one muscle counts 1")
    return MappingProxyType(shares)


def _body_weight_factor(entry: Entry, load_kind: str) -> float:
    if load_kind != "external":
        return entry.share("body_weight_factor")
    if entry.has("body_weight_factor"):
        raise entry.error("body_weight_factor", "belongs to a body-weight load only")
    return 0.0


def _joints(entry: Entry) -> tuple[str, ...]:
    joints = tuple(entry.texts("joints"))
    for joint in joints:
        if joint not in JOINTS:
            raise entry.error("joints", f"{joint!r} is not one of {', '.join(JOINTS)}")
    return joints


def _template(entry: Entry, exercise_ids: frozenset[int]) -> CatalogueTemplate:
    config = TemplateConfig(
        duration_weeks=entry.whole("duration_weeks", 3, 7),
        days_per_week=entry.whole("days_per_week", 1, 7),
        workouts=[
            _workout(workout, exercise_ids) for workout in entry.entries("workout")
        ],
    )
    if len(config["workouts"]) != config["days_per_week"]:
        raise entry.error("days_per_week", "is the number of workouts")
    template = CatalogueTemplate(
        id=_uuid(entry),
        name=entry.text("name"),
        description=entry.text("description"),
        tags=tuple(entry.texts("tags")),
        experience=entry.one_of("experience", EXPERIENCE),
        equipment=tuple(entry.texts("equipment")),
        config=config,
    )
    for equipment in template.equipment:
        if equipment not in EQUIPMENT:
            raise entry.error("equipment", f"{equipment!r} is no equipment we know")
    entry.done()
    return template


def _workout(entry: Entry, exercise_ids: frozenset[int]) -> TemplateWorkout:
    workout = TemplateWorkout(
        name=entry.text("name"),
        day_of_week=entry.whole("day_of_week", 0, _LAST_DAY),
        exercises=[
            _planned(planned, exercise_ids) for planned in entry.entries("exercises")
        ],
    )
    entry.done()
    return workout


def _planned(entry: Entry, exercise_ids: frozenset[int]) -> TemplateExercise:
    reps = entry.span("reps", 1, _MOST_REPS)
    planned = TemplateExercise(
        exercise_id=entry.whole("id", 1, _HIGHEST_ID),
        target_sets=entry.whole("sets", 1, _MOST_SETS),
        target_reps_min=reps[0],
        target_reps_max=reps[1],
    )
    if entry.has("rir"):
        planned["target_rir"] = entry.whole("rir", 0, 10)
    if planned["exercise_id"] not in exercise_ids:
        raise entry.error("id", f"no exercise {planned['exercise_id']}")
    entry.done()
    return planned


def _uuid(entry: Entry) -> UUID:
    try:
        return UUID(entry.text("id"))
    except ValueError as error:
        raise entry.error("id", "is a UUID") from error


def _claim(entry: Entry, field: str, key: object, owners: dict[object, str]) -> None:
    if key in owners:
        raise entry.error(field, f"is taken by {owners[key]}")
    owners[key] = entry.place


def _entries(file: Traversable, key: str) -> Iterator[Entry]:
    for number, entry in enumerate(Entry(file.name, _parsed(file)).entries(key), 1):
        name = entry.text("name") if entry.has("name") else f"{key} {number}"
        entry.place = f"{file.name}: {name}"
        yield entry


def _parsed(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(file.name, "file", f"is no TOML: {error}") from error


def _toml_files(folder: Traversable) -> list[Traversable]:
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    return sorted(found, key=lambda file: file.name)


def _data() -> Traversable:
    return files("metricgain.catalogue") / "data"
