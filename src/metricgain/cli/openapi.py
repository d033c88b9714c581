"""The command `metricgain openapi`: the HTTP API, described for authors of clients."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from metricgain.app import build
from metricgain.config import Settings


def openapi(
    file: Annotated[
        Path | None, typer.Argument(help="Where to write it; left out: print it.")
    ] = None,
) -> None:
    """Write the OpenAPI document of the HTTP API as JSON. Needs no database."""
    schema = build(Settings(), "postgresql://none@none/none").openapi_schema.to_schema()
    text = msgspec.json.format(msgspec.json.encode(schema), indent=1).decode()
    if file is None:
        sys.stdout.write(text + "\n")
    else:
        file.write_text(text + "\n", encoding="utf-8")
