"""The command `metricgain decide`: JSON lines in, decisions out."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO, Final

import msgspec
import typer

from metricgain.engine.decide_line import BadLine, DecidedLine, decide_line

LONGEST_LINE: Final = 65_536


def decide(
    file: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            dir_okay=False,
            allow_dash=True,
            help="JSON lines to decide; standard input if left out or -.",
        ),
    ] = None,
) -> None:
    """Decide one JSON object per line and write one decision per line.

    A line that cannot be decided becomes an object with its number and the
    error; the others go on. The exit code is then 1.
    """
    all_good = True
    with _opened(file) as stream:
        for number, line in _numbered_lines(stream):
            try:
                answer: object = _decided(line)
            except BadLine as bad:
                all_good = False
                error = {"field": bad.field, "rule": bad.rule}
                answer = {"line": number, "error": error}
            typer.echo(msgspec.json.encode(answer))
    if not all_good:
        raise typer.Exit(1)


def _opened(file: Path | None) -> "nullcontext[BinaryIO] | BinaryIO":
    if file is None or file == Path("-"):
        return nullcontext(typer.get_binary_stream("stdin"))
    return file.open("rb")


def _numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank; of a long one, only a piece too long."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        if line.strip():
            yield number, line


def _decided(line: bytes) -> DecidedLine:
    if len(line) > LONGEST_LINE:
        raise BadLine("line", f"at most {LONGEST_LINE} bytes")
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLine("line", "one JSON object in UTF-8") from error
    if not isinstance(record, dict):
        raise BadLine("line", "one JSON object in UTF-8")
    return decide_line(record)
