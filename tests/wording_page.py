"""Recognises the sentences of docs/wording.md, as a client of another language does."""

import re
from functools import cache
from typing import Final

from doc_tables import read_table

_PLAIN: Final = {
    "n": r"\d+",
    "m": r"\d+",
    "k": r"\d+",
    "number": r"\d+(?:\.\d+)?",
    "load": r"\d+(?:\.\d+)? (?:kg|lb)",
    "day": r"\d{1,2} [A-Z][a-z]+ \d{4}",
    "emphasis": r"(?:maintain|grow|emphasize)",
}
_SENTENCES: Final = ("Sentences", "Findings", "Repairs", "Generator")
PAGE: Final = "wording"


def templates() -> dict[str, str]:
    """Return every template of the page by its key."""
    return {
        row["Key"]: row["Template"]
        for heading in (*_SENTENCES, "Clauses", "Endings")
        for row in read_table(PAGE, heading)
    }


def words() -> dict[str, str]:
    """Return the words for muscles and groups."""
    return {row["Muscle"]: row["Word"] for row in read_table(PAGE, "Muscles")}


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a reason."""
    return [f"{part.rstrip('.')}." for part in text.split(". ")]


def keys_in(text: str) -> set[str]:
    """Return the keys of all templates that a reason is made of.

    Raises LookupError for a sentence that no template or several templates make.
    """
    found: set[str] = set()
    for sentence in sentences_of(text):
        fitting = [key for key, form in _forms() if form.fullmatch(_lower(sentence))]
        if len(fitting) != 1:
            raise LookupError(f"{sentence!r} is made by {fitting}")
        found |= {fitting[0], *_inner(fitting[0], sentence)}
    return found


def keys_of_part(part: str, text: str) -> set[str]:
    """Return the keys of a clause or an ending. Raises LookupError."""
    found = {key for key, form in _part_forms(part) if form.fullmatch(text)}
    if len(found) != 1:
        raise LookupError(f"{text!r} is made by {sorted(found)}")
    return found


def _inner(key: str, sentence: str) -> set[str]:
    pattern = re.escape(_lower(templates()[key]))
    names = []

    def group(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"({_one(found[1])})"

    form = re.sub(r"\\\{(\w+)\\\}", group, pattern)
    match = re.fullmatch(form, _lower(sentence))
    assert match
    keys: set[str] = set()
    for name, value in zip(names, match.groups(), strict=True):
        if name == "clauses":
            for clause in re.split(r", | and ", value):
                keys |= keys_of_part("clauses", clause)
        elif name in ("due", "change", "start", "cap"):
            keys |= keys_of_part(name, value)
    return keys


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (row["Key"], re.compile(_form(_lower(row["Template"]))))
        for heading in _SENTENCES
        for row in read_table(PAGE, heading)
    ]


@cache
def _part_forms(part: str) -> list[tuple[str, re.Pattern[str]]]:
    heading = "Clauses" if part == "clauses" else "Endings"
    return [
        (row["Key"], re.compile(_form(row["Template"])))
        for row in read_table(PAGE, heading)
        if row.get("Part", part) == part
    ]


def _form(template: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", lambda found: _one(found[1]), re.escape(template))


@cache
def _one(name: str) -> str:
    """Return the expression of one part, without groups that capture."""
    if name in _PLAIN:
        return _PLAIN[name]
    muscle = f"(?:{'|'.join(sorted(set(words().values()), key=len, reverse=True))})"
    if name == "muscle":
        return muscle
    if name == "muscles":
        return _joined(muscle)
    parts = "|".join(form.pattern for _, form in _part_forms(name))
    return _joined(f"(?:{parts})") if name == "clauses" else f"(?:{parts})"


def _joined(one: str) -> str:
    return rf"{one}(?:(?:, {one})* and {one})?"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
