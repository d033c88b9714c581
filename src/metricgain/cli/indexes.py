"""The command `metricgain database indexes`: what indexes cost, and which are wrong."""

import asyncio

import typer

from metricgain.cli.connection import held
from metricgain.config import Settings
from metricgain.store.indexes import Finding, findings, load_schema

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_STEP = 1024


def indexes() -> None:
    """Report indexes that are redundant, unused, missing or have grown too large.

    Each comes with its size, how often it was scanned, and the statement that mends
    it, to be run in `metricgain database shell`. Nothing is changed. Counts begin when
    the database was made or its statistics were reset: judge after some weeks of use.
    """
    with held(Settings.from_environment()) as server:
        schema = asyncio.run(load_schema(server.url))
    found = findings(schema)
    for finding in found:
        typer.echo(_told(finding))
    size = _size(sum(index.bytes for index in schema.indexes))
    typer.echo(
        f"{len(schema.indexes)} indexes take {size}."
        + ("" if found else " Nothing is wrong with them.")
    )


def _told(finding: Finding) -> str:
    what = finding.name or finding.table
    return (
        f"{finding.kind}: {what} on {finding.table}, {_size(finding.bytes)},"
        f" {finding.scans:,} scans: {finding.because}.\n    {finding.fix};"
    )


def _size(size: int) -> str:
    shown = float(size)
    for unit in _UNITS:
        if shown < _STEP or unit == _UNITS[-1]:
            break
        shown /= _STEP
    return f"{shown:.0f} {unit}" if unit in _UNITS[:2] else f"{shown:.1f} {unit}"
