"""The command `metricgain dependencies`: what runs here, its licences, how safe."""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table

from metricgain.config import Settings
from metricgain.integrations.osv import Package, vulnerabilities_of

IN_THE_APP: Final = (
    ("fake-indexeddb", "6.2.8", "Apache-2.0"),
    ("idb", "8.0.4", "ISC"),
    ("openapi-fetch", "0.17.0", "MIT"),
    ("svelte", "5.57.3", "MIT"),
)
"""What the web app carries: name, version, licence; a test holds it to the lock."""
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST_LICENCE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A package in its version, and the licence that it names."""

    package: Package
    licence: str


def dependencies(
    *,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask nobody for known vulnerabilities.")
    ] = False,
) -> None:
    """List every package that runs here, its licence and its known vulnerabilities.

    Names and versions are sent to OSV, unless --offline is given. The exit code is 1
    if a vulnerability is known, or if nobody could be asked.
    """
    found = [*_installed("metricgain"), *_in_the_app()]
    known: dict[Package, list[str]] = {}
    if not offline:
        address = Settings.from_environment().osv_url
        known = vulnerabilities_of([one.package for one in found], address=address)
    Console(width=None if sys.stdout.isatty() else 160).print(_table(found, known))
    if offline:
        typer.echo("Offline: nobody was asked for known vulnerabilities.")
        return
    typer.echo(f"{len(found)} packages; vulnerabilities are known of {len(known)}.")
    if known:
        raise typer.Exit(1)


def _installed(root: str) -> list[Dependency]:
    """Return what a distribution needs and what that needs, as far as it is here."""
    seen: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:
            # For another system, or another version of Python.
            continue
        key = _normal(found.name)
        if key not in seen:
            seen[key] = found
            waiting += [
                match[0]
                for text in found.requires or ()
                if "extra ==" not in text and (match := _NAME.match(text))
            ]
    seen.pop(_normal(root), None)
    return [
        Dependency(
            package=Package(ecosystem="PyPI", name=name, version=seen[name].version),
            licence=_licence(seen[name]),
        )
        for name in sorted(seen)
    ]


def _in_the_app() -> list[Dependency]:
    return [
        Dependency(
            package=Package(ecosystem="npm", name=name, version=version),
            licence=licence,
        )
        for name, version, licence in IN_THE_APP
    ]


def _licence(found: Distribution) -> str:
    said = _first(found, "License-Expression")
    if not said:
        kinds = found.metadata.get_all("Classifier") or []
        named = [kind for kind in kinds if kind.startswith("License ::")]
        said = ", ".join(kind.rpartition(" :: ")[2] for kind in named)
    said = said or _first(found, "License").partition("\n")[0]
    return said[:_LONGEST_LICENCE] or "not said"


def _first(found: Distribution, field: str) -> str:
    return next(iter(found.metadata.get_all(field) or ()), "")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _table(found: list[Dependency], known: dict[Package, list[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Package", "Version", "From", "Licence", "Known vulnerabilities"):
        table.add_column(heading, overflow="fold")
    for one in found:
        package = one.package
        table.add_row(
            package.name,
            package.version,
            package.ecosystem,
            one.licence,
            ", ".join(known.get(package, [])),
        )
    return table
