"""Reads the object that a model was asked for, whatever it wrote around it."""

import json
from typing import Final, TypeVar

import msgspec

Form = TypeVar("Form")

_DECODER: Final = json.JSONDecoder(strict=False)
_LONGEST: Final = 200_000
_MOST_STARTS: Final = 200
_CUT: Final = "The answer ends in the middle. Give a shorter one."


class Unfit(Exception):
    """An answer is not what was asked for; the text says what is missing."""


def read_object(text: str, form: type[Form]) -> Form:
    """Return the largest JSON object in a text, as a form. Raises Unfit."""
    found = _largest_object(text[:_LONGEST])
    if found is None:
        raise Unfit(_CUT if _is_cut(text) else "The answer holds no JSON object.")
    try:
        return msgspec.convert(found, form, strict=False)
    except msgspec.ValidationError as error:
        if _is_cut(text):
            raise Unfit(_CUT) from error
        raise Unfit(f"The object is not as it was asked for: {error}.") from error


def _is_cut(text: str) -> bool:
    return text.count("{") > text.count("}")


def _largest_object(text: str) -> dict[str, object] | None:
    best: tuple[int, dict[str, object]] | None = None
    start = text.find("{")
    for _ in range(_MOST_STARTS):
        if start < 0:
            break
        try:
            found, end = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            end = start + 1
        else:
            if best is None or end - start > best[0]:
                best = (end - start, found)
        start = text.find("{", end)
    return best[1] if best else None
