"""The command `metricgain cohort`: questions across users, over exported sets."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from metricgain.config import Settings
from metricgain.kit.tabular import Cell, Table, as_csv
from metricgain.reads.cohort_engines import ask


class CohortName(StrEnum):
    WEEKLY_TREND = "weekly-trend"
    FEEDBACK_CORRELATION = "feedback-correlation"
    RESPONSE_TO_VOLUME = "response-to-volume"


class EngineName(StrEnum):
    DUCKDB = "duckdb"
    SPARK = "spark"


class OutputFormat(StrEnum):
    TABLE = "table"
    CSV = "csv"


def cohort(
    name: Annotated[CohortName, typer.Argument(help="What to ask.")],
    *,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="What metricgain export parquet wrote."
            " By default the folder parquet in the data directory.",
        ),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="What to ask it of.")
    ] = EngineName.DUCKDB,
    output: Annotated[
        OutputFormat, typer.Option("--format", help="How to show the answer.")
    ] = OutputFormat.TABLE,
) -> None:
    """Ask a question across users: what they do, and what answers to it."""
    exported = folder or Settings.from_environment().data_dir / "parquet"
    answer = ask(name, exported, engine=engine.value)
    if output is OutputFormat.CSV:
        sys.stdout.write(as_csv(answer).decode())
    else:
        Console().print(_shown(answer))


def _shown(answer: Table) -> Shown:
    shown = Shown()
    for column in answer.columns:
        numbers = column.kind in ("whole", "number")
        shown.add_column(
            column.name.replace("_", " "), justify="right" if numbers else "left"
        )
    for row in answer.rows:
        shown.add_row(*map(_written, row))
    return shown


def _written(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
