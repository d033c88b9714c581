"""The demonstration on the terminal, in at most 100 columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.demo_story import Decided, MuscleOfWeek, Week

WIDTH: Final = 100
_SAYS_LITTLE: Final = frozenset({"G1", "G4"})
"""The gates of a muscle's last session, and of another one in the first week."""
_COLOURS: Final = {
    "add": "green",
    "remove": "yellow",
    "recover": "red",
    "deload": "cyan",
}


def opening(
    console: Console, imported: Mapping[str, Any], block: Mapping[str, Any]
) -> None:
    """Say what was imported and show the first workout with its loads."""
    totals = imported["totals"]
    outcomes = Counter(name["outcome"] for name in imported["names"])
    console.rule(f"{block['name']}: {block['durationWeeks']} weeks, played over HTTP")
    console.print(
        f"Imported from Strong: {imported['workoutsNew']} workouts with"
        f" {imported['setsNew']} sets, {totals['firstDate']} to {totals['lastDate']}.\n"
        f"Exercise names: {', '.join(_counted(outcomes))}.\n"
    )
    session = block["weeks"][0]["sessions"][0]
    table = _table(f"The first workout, {session['name']}, with loads from the history")
    table.add_column("Exercise", no_wrap=True)
    table.add_column("Sets x reps", no_wrap=True)
    table.add_column("Load", justify="right", no_wrap=True)
    table.add_column("Why", ratio=1)
    for one in session["exercises"]:
        table.add_row(
            one["name"],
            f"{one['targetSets']} x {one['reps']} @ {one['rir']} RIR",
            _load(one),
            one["because"],
        )
    console.print(table)


def week_page(console: Console, week: Week, *, of: int) -> None:
    """Show a week: for each muscle sets planned, sets done, decisions and reasons."""
    reps = "rep" if week.target_rir == 1 else "reps"
    effort = "deload" if week.is_deload else f"{week.target_rir} {reps} in reserve"
    notes = [f"{name} was skipped" for name in week.skipped]
    if week.sore:
        notes.append("everything ached")
    title = (
        f"Week {week.number} of {of}, from {week.start.day} {week.start:%B}: {effort}"
    )
    table = _table("; ".join([title, *notes]))
    table.add_column("Muscle", no_wrap=True)
    table.add_column("Planned", justify="right")
    table.add_column("Done", justify="right")
    table.add_column("Decision", no_wrap=True)
    table.add_column("Why", ratio=1)
    for row in week.muscles:
        _add_muscle(table, row)
    console.print(table)


def closing(
    console: Console,
    weeks: Sequence[Week],
    *,
    first: Mapping[str, Any],
    last: Mapping[str, Any],
) -> None:
    """Show the block's summary: sets per week, loads, and how it ended."""
    console.print(_sets_by_week(weeks))
    console.print(_loads(first, last))
    sessions = [one for week in last["weeks"] for one in week["sessions"]]
    states = Counter(session["status"] for session in sessions)
    kinds = Counter(
        one.kind for week in weeks for row in week.muscles for one in row.decided
    )
    sets = sum(one["doneSets"] or 0 for each in sessions for one in each["exercises"])
    console.print(
        f"The block is {last['status']}: {len(sessions)} workouts"
        f" ({', '.join(_counted(states))}), {sets} sets, {kinds.total()} decisions"
        f" ({', '.join(_counted(kinds))})."
        f" Its last week was {'the' if weeks[-1].is_deload else 'no'} deload."
    )
    console.rule()


def shown(decided: Iterable[Decided]) -> list[Decided]:
    """Leave out what only carries a muscle on within its week, if there is more."""
    every = list(decided)
    telling = [one for one in every if one.gate not in _SAYS_LITTLE]
    return telling or every


def _add_muscle(table: Table, row: MuscleOfWeek) -> None:
    counts = (_name(row.muscle), f"{row.planned}", f"{row.done}")
    for one in shown(row.decided):
        colour = _COLOURS.get(one.kind, "default")
        change = f" {one.change:+d}" if one.change or one.kind in _COLOURS else ""
        table.add_row(
            *counts,
            f"[{colour}]{one.kind}{change}[/]",
            f"{one.day:%a}: {one.because}",
        )
        counts = ("", "", "")
    if not row.decided:
        table.add_row(*counts, "none", "Not trained: the plan stays as it is.")


def _sets_by_week(weeks: Sequence[Week]) -> Table:
    table = _table("Direct sets by week: done of planned")
    table.add_column("Muscle", no_wrap=True)
    for week in weeks:
        heading = "Deload" if week.is_deload else f"Week {week.number}"
        table.add_column(heading, justify="right")
    muscles = dict.fromkeys(row.muscle for week in weeks for row in week.muscles)
    for muscle in muscles:
        cells = []
        for week in weeks:
            row = next((one for one in week.muscles if one.muscle == muscle), None)
            cells.append(f"{row.done} of {row.planned}" if row else "-")
        table.add_row(_name(muscle), *cells)
    return table


def _loads(first: Mapping[str, Any], last: Mapping[str, Any]) -> Table:
    table = _table("What was prescribed in the first and in the last hard week")
    table.add_column("Exercise", no_wrap=True)
    table.add_column("First week", justify="right")
    table.add_column("Last hard week", justify="right")
    before = _by_exercise(first["weeks"][0])
    after = _by_exercise(last["weeks"][-2])
    for key, one in before.items():
        table.add_row(one["name"], _prescribed(one), _prescribed(after.get(key, one)))
    return table


def _by_exercise(week: Mapping[str, Any]) -> dict[tuple[str, int], Mapping[str, Any]]:
    return {
        (session["workoutId"], one["exerciseId"]): one
        for session in week["sessions"]
        for one in session["exercises"]
    }


def _prescribed(one: Mapping[str, Any]) -> str:
    sets = one["targetSets"] or one["projectedSets"]
    return f"{sets} x {one['reps']} x {_load(one)}"


def _load(one: Mapping[str, Any]) -> str:
    weight = one["weight"]
    return "to find" if weight is None else f"{float(weight):g} {one['unit']}"


def _counted(counts: Mapping[str, int]) -> list[str]:
    return [f"{count} {what.replace('_', ' ')}" for what, count in counts.items()]


def _name(muscle: str) -> str:
    return muscle.replace("_", " ").capitalize()


def _table(title: str) -> Table:
    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
