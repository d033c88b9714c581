"""Reads the objects of a long JSON text one by one."""

import json
from collections.abc import Iterator
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
            self.place = end if end <= len(self.buffer) else 0
            return found

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
