"""Every reason is made from the templates of docs/wording.md, and from nothing else."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from metricgain.engine import wording
from metricgain.engine.muscles import Muscle, MuscleGroup
from reason_cases import FILE, cases
from reasons_made import ALL, said_by
from wording_page import keys_in, templates, words

PACKAGE = Path(str(files("metricgain")))


@pytest.mark.parametrize("reasons", ALL, ids=lambda each: each.__name__)
def test_every_reason_is_made_from_the_templates(
    reasons: Callable[[], Iterator[str]],
) -> None:
    for because in said_by(reasons):
        keys_in(because)


def test_no_template_is_there_for_nothing() -> None:
    made: set[str] = set()
    for reasons in ALL:
        for because in said_by(reasons):
            made |= keys_in(because)

    unseen = set(templates()) - made

    written = skeletons()
    assert {
        key for key in unseen if _skeleton(templates()[key]) not in written
    } == set()


def test_the_app_is_tested_with_what_the_engine_says_now() -> None:
    """Run `python tests/reason_cases.py` after a change of the wording."""
    assert json.loads(FILE.read_text("utf-8")) == cases()


def test_the_words_for_muscles_are_the_words() -> None:
    assert words() == {
        str(each): wording.name_of(each) for each in (*Muscle, *MuscleGroup)
    }


def skeletons() -> set[str]:
    """Return all texts of the product's code, without what they are filled with."""
    found: set[str] = set()
    for path in (*PACKAGE.glob("engine/**/*.py"), *PACKAGE.glob("store/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found |= _sentences(
                    "".join(
                        str(part.value) if isinstance(part, ast.Constant) else "{}"
                        for part in node.values
                    )
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def _sentences(text: str) -> set[str]:
    return {text, *(f"{part}." for part in text.split(". "))}


def _skeleton(template: str) -> str:
    return re.sub(r"\{\w+\}", "{}", template)
