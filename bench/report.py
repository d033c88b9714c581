"""Writes docs/performance.md from the results that the benchmarks have noted."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench.measuring import RESULTS

PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_FRAME: Final = Path(__file__).with_name("performance.md")
_PLACE: Final = "@results@\n"


def main(arguments: Sequence[str]) -> None:
    """Write docs/performance.md from what the other benchmarks have noted."""
    parser = ArgumentParser(prog="python -m bench report")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args(arguments)
    asked.page.write_text(page(asked.results))
    print(f"wrote {asked.page.name}")


def page(results: Path) -> str:
    """Return the page; a section is left out while its results are not there."""
    sections = {
        "budgets": _budgets,
        "before_after": _before_after,
        "links": _links,
        "growth": _growth,
        "schemas": _schemas,
        "partition": _partition,
        "archive": _archive,
        "load": _load,
        "cache": _cache,
    }
    written = []
    for name, write in sections.items():
        path = results / f"{name}.json"
        if path.exists():
            written.append("\n".join(write(json.loads(path.read_text()))) + "\n")
    return _FRAME.read_text().replace(_PLACE, "\n".join(written))


def _budgets(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Budgets\n"
    yield (
        f"{_where(found)} {found['users']:,} lifters with {found['sets']:,} sets,"
        f" {found['seconds']} seconds for each line.\n"
    )
    yield _row(
        "What", "Clients", "Ratio", "p50", "p95", "p99", "Floor p50", "Budget", ""
    )
    yield _rule("-", *["-:"] * 6, "-", "-")
    for one in found["compared"]:
        yield _row(*_compared(one))
    missed = sorted({one["what"] for one in found["compared"] if one["kept"] is False})
    kept = sorted({one["what"] for one in found["compared"] if one["kept"]} - {*missed})
    yield f"\nKept: {_listed(kept)}. Missed: {_listed(missed)}.\n"
    floors = {one["what"]: one["floor_is"] for one in found["compared"]}
    yield "What the floors are:\n"
    yield "\n".join(f"- {what}: {floor}" for what, floor in floors.items() if floor)
    if tables := found.get("tables"):
        yield "\nBytes for each set, by table, with all indexes:\n"
        yield _row("Table", "Rows", "Bytes a set")
        yield _rule("-", "-:", "-:")
        for each in tables:
            rows = f"{each['rows']:,}"
            yield _row(f"`{each['table']}`", rows, f"{each['bytes_per_set']:.1f}")


def _compared(one: Mapping[str, Any]) -> tuple[str, ...]:
    said = {None: "", True: "kept", False: "**missed**"}[one["kept"]]
    ratio = "" if one["ratio"] is None else f"{one['ratio']:.1f}x"
    head = (one["what"], str(one["clients"]), ratio)
    unit = one["unit"]
    if ours := one.get("ours"):
        floor = one.get("floor")
        times = (_ms(ours["p50"]), _ms(ours["p95"]), _ms(ours["p99"]))
        below = _ms(floor["p50"]) if floor else ""
        return (*head, *times, below, one["budget"], said)
    below = "" if one["floor_value"] is None else f"{one['floor_value']:,} {unit}"
    return (*head, f"{one['value']:,} {unit}", "", "", below, one["budget"], said)


def _before_after(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## The plain way against the fast one\n"
    yield (
        f"{_where(found)} The same answers with the [switches](operate/switches.md) off"
        f" and on, {found['sets']:,} sets in the database.\n"
    )
    yield _row("What", "Ratio", "Plain p50", "Plain p99", "Fast p50", "Fast p99")
    yield _rule("-", *["-:"] * 5)
    for one in found["compared"]:
        ratio = f"{one['ratio']:.1f}x"
        if ours := one.get("ours"):
            fast = one["floor"]
            times = (ours["p50"], ours["p99"], fast["p50"], fast["p99"])
            yield _row(one["what"], ratio, *map(_ms, times))
        else:
            slow, quick = _ms(one["value"]), _ms(one["floor_value"])
            yield _row(one["what"], ratio, slow, "", quick, "")


def _links(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## What exercise links gain\n"
    yield (
        f"{_where(found)} The same {found['sets']:,} sets, once with their exercise and"
        " once with a raw name that each read resolves. Requirement 4.2 expects 60 to"
        " 80 % less time.\n"
    )
    yield _row("What", "Less time", "Without p50", "p99", "With p50", "p99")
    yield _rule("-", *["-:"] * 5)
    for one in found["compared"]:
        slow, quick = one["ours"], one["floor"]
        yield _row(
            one["what"],
            f"{1 - quick['p50'] / slow['p50']:.0%}",
            *map(_ms, (slow["p50"], slow["p99"], quick["p50"], quick["p99"])),
        )


def _growth(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Growth\n"
    yield (
        f"{_where(found)} The exponent is the slope of the straight line through the"
        " logarithms: 0 means that the size does not matter, 1 that twice as much takes"
        " twice as long. Medians of the bare statements in `pgbench`.\n"
    )
    yield _row("Statement", "With", "Exponent", "Medians in ms")
    yield _rule("-", "-", "-:", "-")
    for one in found["grown"]:
        at = zip(one["sizes"], one["median_ms"], strict=True)
        said = ", ".join(f"{size:g} {one['by']}: {time:.3f}" for size, time in at)
        yield _row(one["statement"], one["by"], f"{one['exponent']:+.2f}", said)


def _schemas(found: Mapping[str, Any]) -> Iterator[str]:
    ours = found["variants"][0]
    yield "## Ways to keep a set\n"
    yield (
        f"{_where(found)} The same sets in the same order, once in our tables, once in"
        " those of other designs. `Packed` is after REINDEX.\n"
    )
    yield _row(
        "Way", "Bytes, to ours", "Insert, to ours", "Bytes a set", "Packed", "Indexes",
        "Insert in us", "Sets of a workout", "Of an exercise", "Weeks",
    )  # fmt: skip
    yield _rule("-", *["-:"] * 9)
    for one in found["variants"]:
        yield _row(
            one["name"],
            f"{one['bytes_per_set'] / ours['bytes_per_set']:.2f}x",
            f"{one['insert_us'] / ours['insert_us']:.2f}x",
            f"{one['bytes_per_set']:.0f}",
            f"{one['packed_bytes']:.0f}",
            str(one["indexes"]),
            f"{one['insert_us']:.1f}",
            *(_ms(one[f"of_{what}_ms"]) for what in ("workout", "exercise", "weeks")),
        )  # fmt: skip
    worst = found["variants"][-1]
    less = 1 - ours["bytes_per_set"] / worst["bytes_per_set"]
    faster = 1 - ours["insert_us"] / worst["insert_us"]
    yield (
        f"\nAgainst {worst['name']}: {less:.0%} less storage, {faster:.0%} less time to"
        " write."
    )


def _partition(found: Mapping[str, Any]) -> Iterator[str]:
    one, parts, joined = found["states"]
    yield "## Sets split by time\n"
    yield (
        f"{_where(found)} {found['sets']:,} sets of {found['years']:g} years in"
        f" {parts['parts']} parts: {found['moved']:,} sets moved out in"
        f" {found['split_seconds']} s, {found['seconds_per_million']} s a million, and"
        f" back in {found['joined_seconds']} s. {one['bytes'] / 1e6:,.0f} MB before,"
        f" {parts['bytes'] / 1e6:,.0f} MB in parts, {joined['bytes'] / 1e6:,.0f} MB put"
        " together again. Medians of one client in `pgbench`.\n"
    )
    yield _row("Statement", "Ratio", "One table", "In parts", "Put together")
    yield _rule("-", *["-:"] * 4)
    for name, before in one["median_ms"].items():
        after, again = parts["median_ms"][name], joined["median_ms"][name]
        ratio = f"{after / before:.2f}x"
        yield _row(name, ratio, _ms(before), _ms(after), _ms(again))


def _archive(found: Mapping[str, Any]) -> Iterator[str]:
    same = "the same" if found["came_back_the_same"] else "**otherwise**"
    yield "## Old blocks in small\n"
    yield (
        f"{_where(found)} {found['archived_sets']:,} of {found['sets']:,} sets archived"
        f" in {found['archive_seconds']} s, brought back in"
        f" {found['restore_seconds']} s, {same}; {found['statistics_wrong']} statistics"
        f" wrong. **{found['bytes_a_set_packed']} bytes a set** instead of"
        f" {found['bytes_a_set_as_row']}, which is"
        f" {found['less_for_what_is_archived']:.0%} less for what is archived; all"
        f" tables together {found['all_tables_before'] / 1e6:,.0f} MB before and"
        f" {found['all_tables_after'] / 1e6:,.0f} MB after `VACUUM FULL sets`.\n"
    )
    yield _row("What is shown", "As rows", "Archived")
    yield _rule("-", "-:", "-:")
    for name, taken in found["reads_ms"].items():
        yield _row(name, _ms(taken["rows"]), _ms(taken["packed"]))


def _load(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Many at once\n"
    yield (
        f"{_where(found)} {found['lifters']} phones for {found['seconds']:.0f} seconds"
        f" against {found['workers']} worker, each pausing {found['pause']:g} s on"
        " average between two actions."
        f" {found['acknowledged_sets']:,} sets acknowledged,"
        f" **{found['lost_sets']} lost**, {found['errors']} errors in"
        f" {found['requests']:,} requests.\n"
    )
    yield _row("What", "Requests", "A second", "p50", "p95", "p99", "Errors")
    yield _rule("-", *["-:"] * 6)
    for kind, one in found["by_kind"].items():
        yield _row(
            kind, f"{one['count']:,}", f"{one['per_second']}", _ms(one["p50"]),
            _ms(one["p95"]), _ms(one["p99"]), str(one["errors"]),
        )  # fmt: skip


def _cache(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## What a cache would gain\n"
    yield f"{_where(found)} {found['verdict']}\n"
    yield _row("What", "Gain", "From the database", "From memory")
    yield _rule("-", "-:", "-:", "-:")
    for one in found["compared"]:
        yield _row(
            one["what"], f"{one['gain']:.1f}x", _ms(one["without"]), _ms(one["with"])
        )


def _where(found: Mapping[str, Any]) -> str:
    machine = found["machine"]
    said = (
        f"Measured on {found['measured_on']}: {machine['cores']} cores"
        f" ({machine['processor']}), {machine['memory_gb']} GB of memory,"
        f" {machine['system']}, PostgreSQL {found['postgresql']}, Python"
        f" {machine['python']}."
    )
    if machine["load_before"] > machine["cores"] / 2:
        said += (
            f" **The machine was busy with other work** (load {machine['load_before']}"
            " before it began): milliseconds are several times those of an idle one,"
            " and p99 says more about the others."
        )
    return said


def _ms(value: float) -> str:
    return f"{value:.3f} ms" if value < 1 else f"{value:,.1f} ms"


def _listed(names: Sequence[str]) -> str:
    return "; ".join(names) or "none"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(*cells: str) -> str:
    return "|" + "|".join(cells) + "|"
