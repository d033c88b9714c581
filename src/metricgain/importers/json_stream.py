"""Reads the objects of a long JSON text one by one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOBase
from typing import Final, TypeAlias

from metricgain.importers.values import UnreadableFileError

_BLOCK: Final = 64 * 1024
# A workout of a thousand sets with long notes takes a tenth of this.
LARGEST_OBJECT: Final = 4 * 1024 * 1024
_BLANKS: Final = " \t\r\n\ufeff"

JsonObject: TypeAlias = dict[str, object]


class _Text:
    """A text with a place in it, read as far as it is needed."""

    def __init__(self, text: TextIOBase) -> None:
        self._text = text
        self._ended = False
        # Numbers stay as they are written; so does NaN.
        self._decoder = json.JSONDecoder(
            parse_float=str, parse_int=str, parse_constant=str
        )
        self.buffer = ""
        self.place = 0
        self.line = 1

    def more(self, size: int = _BLOCK) -> bool:
        """Read on, forgetting what is behind; tell whether there was anything."""
        self.line += self.buffer.count("\n", 0, self.place)
        block = "" if self._ended else self._text.read(size)
        self._ended = not block
        self.buffer = self.buffer[self.place :] + block
        self.place = 0
        return bool(block)

    def here(self) -> int:
        """Return the line of the present place, from 1."""
        return self.line + self.buffer.count("\n", 0, self.place)

    def peek(self) -> str:
        """Return the next character that is not blank, empty at the end."""
        while True:
            while self.place < len(self.buffer):
                if self.buffer[self.place] not in _BLANKS:
                    return self.buffer[self.place]
                self.place += 1
            if not self.more():
                return ""

    def take(self, wanted: str) -> None:
        if self.peek() != wanted:
            raise self._broken(f"{wanted!r} is missing")
        self.place += 1

    def value(self) -> object:
        """Return the value that starts here. Raises `UnreadableFileError`."""
        return self.value_and_text()[0]

    def value_and_text(self) -> tuple[object, str]:
        """Return the value that starts here, and as it is written."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self.buffer, self.place)
            except (ValueError, RecursionError) as error:
                waiting = len(self.buffer) - self.place
                if waiting > LARGEST_OBJECT:
                    raise self._broken("one entry is too large") from error
                if not self.more(max(_BLOCK, waiting)):
                    raise self._broken(str(error).partition(":")[0]) from error
                continue
            if end == len(self.buffer) and self.more():
                # A number may go on behind what was read.
                continue
            text = self.buffer[self.place : end]
            self.place = end if end <= len(self.buffer) else 0
            return found, text

    def _broken(self, why: str) -> UnreadableFileError:
        return UnreadableFileError(
            f"The JSON cannot be read from line {self.here()} on: {why}.",
            remedy="Export it again; the file seems to be cut off or changed.",
        )


def objects(
    text: TextIOBase, *, lists: frozenset[str]
) -> Iterator[tuple[str, int, JsonObject]]:
    """Yield each object with the key of its list, if any, and its line.

    The text is an object, a list of objects, objects in lines, or an object in which
    the values of the keys `lists` are lists of objects; its other values come last,
    as one object. Raises `UnreadableFileError`, also in mid-text.
    """
    source = _Text(text)
    while start := source.peek():
        if start == "[":
            yield from _list(source, "")
        elif start == "{":
            yield from _object(source, lists)
        else:
            line = source.here()
            raise UnreadableFileError(
                f"The JSON cannot be read from line {line} on: {start!r} starts no "
                "object.",
                remedy="Export it again; the file seems to be cut off or changed.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A value of an object, or one in a list of it; `text` is it as it is written."""

    key: str
    line: int
    value: object
    text: str
    is_in_list: bool


def members(text: TextIOBase, *, lists: frozenset[str]) -> Iterator[Member]:
    """Yield the values of one object in their order, and those in its `lists` singly.

    An empty list counts as a value. Raises `UnreadableFileError`, also in mid-text.
    """
    source = _Text(text)
    source.take("{")
    while source.peek() != "}":
        key = source.value()
        source.take(":")
        if isinstance(key, str) and key in lists and source.peek() == "[":
            yield from _singly(source, key)
        else:
            yield _member(source, str(key), is_in_list=False)
        if source.peek() != "}":
            source.take(",")
    source.take("}")
    if source.peek():
        raise UnreadableFileError(
            f"Something stands behind the end of the JSON, in line {source.here()}.",
            remedy="Use the file as it was exported.",
        )


def _singly(source: _Text, key: str) -> Iterator[Member]:
    line = source.here()
    source.take("[")
    if source.peek() == "]":
        yield Member(key=key, line=line, value=[], text="[]", is_in_list=False)
    while source.peek() != "]":
        yield _member(source, key, is_in_list=True)
        if source.peek() != "]":
            source.take(",")
    source.take("]")


def _member(source: _Text, key: str, *, is_in_list: bool) -> Member:
    source.peek()
    line = source.here()
    value, text = source.value_and_text()
    return Member(key=key, line=line, value=value, text=text, is_in_list=is_in_list)


def _list(source: _Text, key: str) -> Iterator[tuple[str, int, JsonObject]]:
    source.take("[")
    while source.peek() != "]":
        line = source.here()
        value = source.value()
        if isinstance(value, dict):
            yield key, line, value
        if source.peek() != "]":
            source.take(",")
    source.take("]")


def _object(
    source: _Text, lists: frozenset[str]
) -> Iterator[tuple[str, int, JsonObject]]:
    line = source.here()
    source.take("{")
    rest: JsonObject = {}
    while source.peek() != "}":
        key = source.value()
        source.take(":")
        if isinstance(key, str) and key in lists and source.peek() == "[":
            yield from _list(source, key)
        else:
            rest[str(key)] = source.value()
        if source.peek() != "}":
            source.take(",")
    source.take("}")
    yield "", line, rest
