"""The app has words for every refusal that somebody who uses it can meet."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal
from uuid import UUID

import msgspec
import pytest
from msgspec import Meta

from refusals_said import (
    CannotFollow,
    fields_in,
    module_of,
    modules,
    reached,
    said_in,
)

_CATALOGUE: Final = Path(__file__).parents[2] / "web/src/messages/refusals/en.json"
_ANSWERS: Final = "metricgain.api.errors"
"""Where refusals become answers: its own sentences are looked at by themselves."""
OPERATORS: Final = {
    "metricgain.config": "Settings are read before the server answers anybody.",
    "metricgain.store.backup": "Backups speak to the command line and the log.",
    "metricgain.store.migrate": "Migrations run before the server answers anybody.",
    "metricgain.store.partitions": "Tables are split by a nightly job, for the log.",
    "metricgain.store.roles": "Roles are made before the server answers anybody.",
}
"""What only whoever runs an installation meets, and why."""
_SETTING: Final = re.compile(r"[A-Z_]+|--.*|[A-Z].*")
"""Settings, options and headers are called as they are written."""


def test_every_refusal_that_the_app_can_meet_has_words() -> None:
    words = {_bare(text) for text in _templates().values()}

    missing = {
        f"{said.place} {said.text}"
        for name in _met()
        for said in said_in(modules()[name])
        if _bare(said.text) not in words
    }

    assert missing == set()


def test_no_words_are_there_for_nothing() -> None:
    said = {
        _bare(each.text) for name in _met() for each in said_in(modules()[name])
    } | {_bare(text) for text in _answers()}

    unsaid = {
        key
        for key, text in _templates().items()
        if _bare(text) not in said and not _is_of_msgspec(text)
    }

    assert unsaid == set()


def test_every_answer_has_a_title_in_words() -> None:
    words = {_bare(text) for text in _templates().values()}

    assert {text for text in _answers() if _bare(text) not in words} == set()


def test_every_field_has_a_name() -> None:
    named = _part("fields")

    called = {_last(field) for field in fields_in(_met())}

    assert {each for each in called - set(named) if not _SETTING.fullmatch(each)} == (
        set()
    )


@pytest.mark.parametrize("package", OPERATORS)
def test_what_is_left_out_refuses_something(package: str) -> None:
    assert [
        said
        for name in reached(package) & _served()
        if name.startswith(package)
        for said in said_in(modules()[name])
    ]


_SHAPES: Final = [
    pytest.param(Annotated[int, Meta(ge=0, le=9)], -1, id="too small"),
    pytest.param(Annotated[int, Meta(ge=0, le=9)], 10, id="too large"),
    pytest.param(Annotated[float, Meta(gt=0.5, lt=9)], 0.5, id="not above"),
    pytest.param(Annotated[float, Meta(gt=0.5, lt=9)], 9.5, id="not below"),
    pytest.param(Annotated[str, Meta(min_length=2)], "a", id="too short"),
    pytest.param(Annotated[str, Meta(max_length=2)], "abc", id="too long"),
    pytest.param(Annotated[str, Meta(pattern="^a$")], "b", id="other form"),
    pytest.param(Annotated[list[int], Meta(min_length=1)], [], id="too few"),
    pytest.param(Annotated[list[int], Meta(max_length=1)], [1, 2], id="too many"),
    pytest.param(int, "a", id="other type"),
    pytest.param(int | None, "a", id="other of two types"),
    pytest.param(Literal["kg", "lb"], "st", id="other word"),
    pytest.param(UUID, "x", id="no id"),
]


@pytest.mark.parametrize(("shape", "value"), _SHAPES)
def test_what_breaks_a_shape_has_words(shape: object, value: object) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(value, shape)

    assert _is_made(str(refused.value))


_HIDDEN: Final = """
_RULES = {"a": ("field", "a table"), "b": ("field", "its other row")}
_REMEDY = "a name"

def refuse(count, name):
    if count:
        raise Invalid(f"{count} parts", field="count", remedy=_REMEDY)
    raise DatabaseAway("a reason" if name else "another")

def check():
    for field, rule in _RULES.values():
        raise Invalid(rule, field=field)
    _refuse("an argument")

def _refuse(rule):
    raise Invalid(rule[:20])
"""


def test_a_refusal_is_found_wherever_it_hides() -> None:
    said = {each.text for each in said_in(module_of("hidden", _HIDDEN))}

    assert said == {
        "a table", "its other row", "a name", "{} parts", "a reason", "another",
        "an argument",
    }  # fmt: skip


def test_a_refusal_that_cannot_be_read_off_the_code_is_an_error() -> None:
    with pytest.raises(CannotFollow, match="hidden:1 told"):
        list(said_in(module_of("hidden", "raise Invalid(told(name))")))


@cache
def _served() -> frozenset[str]:
    """Return the modules that answer the app, or carry out its jobs."""
    return reached("metricgain.api") | reached("metricgain.jobs")


@cache
def _met() -> tuple[str, ...]:
    left_out = tuple(OPERATORS)
    return tuple(
        name
        for name in sorted(_served())
        if name != _ANSWERS and not name.startswith(left_out)
    )


def _answers() -> set[str]:
    """Return what an answer says of itself: titles, and what a defect is told as."""
    module = modules()[_ANSWERS]
    return {
        node.value
        for name in ("_KINDS", "_TITLES", "not_understood", "broken")
        for node in ast.walk(module.named[name])
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.match(r"[A-Z].*[a-z ]", node.value)
        and not isinstance(module.parents[node], ast.Expr)
    }


@cache
def _part(name: str) -> dict[str, str]:
    found: dict[str, dict[str, str]] = json.loads(_CATALOGUE.read_text("utf-8"))
    return found[name]


def _templates() -> dict[str, str]:
    return _part("sentences")


def _is_of_msgspec(template: str) -> bool:
    return bool(re.match(r"Expected `|Object |Invalid |JSON is|Input data", template))


def _is_made(text: str) -> bool:
    forms = [
        re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(template))
        for template in _templates().values()
        if _is_of_msgspec(template)
    ]
    return any(re.fullmatch(form, text) for form in forms)


def _bare(text: str) -> str:
    """Return a sentence without what it quotes; how it begins and ends is no matter."""
    plain = re.sub(r"\{\w*\}", "{}", text).strip().removesuffix(".")
    return plain[:1].lower() + plain[1:]


def _last(field: str) -> str:
    name = re.sub(r"\[[^\]]*\]", "", field).rpartition(".")[2]
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
