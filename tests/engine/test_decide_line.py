from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.decide_line import (
    BOUNDS,
    SWITCHES,
    WORDS,
    BadLine,
    DecidedLine,
    decide_line,
)
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle

PAGE = "engine/decide"
LINE: dict[str, object] = {
    "muscle": "chest",
    "week_number": 2,
    "weeks": 5,
    "soreness": 1,
    "performance": 1,
    "planned_sets": 4,
    "weekly_sets": 8,
    "sessions_per_week": 2,
    "next_is_deload": False,
    "has_next": True,
    "has_previous": True,
}
KINDS = {"add", "hold", "remove", "recover", "deload", "carry", "none"}


def decided(**changes: object) -> DecidedLine:
    return decide_line({**LINE, **changes})


@pytest.mark.parametrize(
    ("group", "begins"),
    [
        pytest.param("back", "Back recovered", id="the back is one"),
        pytest.param("legs", "Legs recovered", id="the legs are several"),
        pytest.param("bis", "Biceps recovered", id="short names are written out"),
    ],
)
def test_a_group_is_decided_like_a_muscle(group: str, begins: str) -> None:
    line = decided(muscle=group, challenge=0)

    assert line.because.startswith(begins)
    assert (line.kind, line.delta_raw, line.delta_applied) == ("add", 1, 1)


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_the_examples_of_the_page_come_true(row: dict[str, str]) -> None:
    answers = {
        field: None if row[field] == "-" else int(row[field])
        for field in ("soreness", "performance", "challenge", "pump")
    }

    line = decided(emphasis=row["emphasis"], **answers)

    assert line.kind == row["kind"]
    assert line.delta_raw == int(row["delta_raw"])
    assert line.delta_applied == int(row["delta_applied"])
    assert line.rule_id == row["rule_id"]


def test_the_page_lists_every_field_with_its_bounds() -> None:
    rows = {row["Field"]: row for row in read_table(PAGE, "What goes in")}

    assert set(rows) == {*BOUNDS, *SWITCHES, *WORDS}
    for field, (low, high) in BOUNDS.items():
        if field != "week_number":
            assert rows[field]["Values"] == f"{low} to {high}"
    assert rows["muscle"]["Values"] == ", ".join(Muscle)
    assert rows["emphasis"]["Values"] == ", ".join(Emphasis)
    assert rows["experience"]["Values"] == ", ".join(Experience)
    for field, row in rows.items():
        assert (field in required()) is (row["Without it"] == "refused"), field


def required() -> set[str]:
    found = set()
    for field in LINE:
        try:
            decided(**{field: None})
        except BadLine:
            found.add(field)
    return found


@pytest.mark.parametrize(
    ("changes", "kind", "flags"),
    [
        pytest.param({}, "hold", (True, False), id="judged"),
        pytest.param({"has_next": False}, "none", (False, False), id="no next"),
        pytest.param({"next_is_deload": True}, "deload", (False, True), id="deload"),
        pytest.param({"week_number": 5}, "none", (False, False), id="in the deload"),
        pytest.param({"soreness": None}, "carry", (False, False), id="unanswered"),
        pytest.param({"has_previous": False}, "hold", (True, False), id="first time"),
    ],
)
def test_kind_and_flags_follow_the_gate(
    changes: dict[str, object], kind: str, flags: tuple[bool, bool]
) -> None:
    line = decided(**changes)

    assert line.kind == kind
    assert (line.progression, line.deload) == flags


@pytest.mark.parametrize(
    ("changes", "raw", "applied_", "ending"),
    [
        pytest.param(
            {"soreness": 0}, 1, 1, "so 1 more set is due.", id="applied whole"
        ),
        pytest.param(
            {"soreness": 0, "emphasis": "maintain"},
            1,
            0,
            "because the emphasis on your chest is maintain.",
            id="maintain",
        ),
        pytest.param(
            {"soreness": 0, "performance": 0, "planned_sets": 12, "weekly_sets": 18},
            2,
            0,
            "because one session holds at most 12 sets for a muscle.",
            id="full session",
        ),
        pytest.param(
            {"soreness": 0, "weekly_sets": 20},
            1,
            0,
            "because your chest would pass 20 sets a week, the most to recover from.",
            id="recoverable maximum",
        ),
        pytest.param(
            {"soreness": 3, "performance": 2, "planned_sets": 2},
            -1,
            0,
            "because your chest would fall below what keeps its size.",
            id="maintenance",
        ),
        pytest.param(
            {
                "muscle": "traps",
                "soreness": 3,
                "performance": 2,
                "planned_sets": 1,
            },
            -1,
            0,
            "because every exercise keeps at least 1 set.",
            id="one set",
        ),
        pytest.param(
            {"soreness": 3, "performance": 3, "planned_sets": 5},
            -2,
            -2,
            "half the sets and half the reps at the same load.",
            id="recovery",
        ),
        pytest.param(
            {"next_is_deload": True, "planned_sets": 7},
            -3,
            -3,
            "so it is made lighter.",
            id="deload",
        ),
    ],
)
def test_the_caps_are_applied_and_told(
    changes: dict[str, object], raw: int, applied_: int, ending: str
) -> None:
    line = decided(**changes)

    assert (line.delta_raw, line.delta_applied) == (raw, applied_)
    assert line.because.endswith(ending)


def bad_lines() -> Iterator[tuple[str, object]]:
    for field, (low, high) in BOUNDS.items():
        yield from product([field], [low - 1, high + 1, "1", 1.5, True, [1], {}])
    for field in SWITCHES:
        yield from product([field], [0, "true", []])
    for field in WORDS:
        yield from product([field], ["", "CHEST", 1, [], {}, True])
    for field in sorted(required()):
        yield field, None
    yield "week_number", 6
    yield "mood", 1


@pytest.mark.parametrize(("field", "value"), list(bad_lines()))
def test_each_refusal_names_the_field_and_the_rule(field: str, value: object) -> None:
    with pytest.raises(BadLine) as refused:
        decided(**{field: value})

    assert refused.value.field == field
    assert refused.value.rule


@pytest.mark.parametrize("field", sorted(required()))
def test_a_missing_field_is_refused_by_name(field: str) -> None:
    record = {key: value for key, value in LINE.items() if key != field}

    with pytest.raises(BadLine, match=rf"^{field}: must be given$"):
        decide_line(record)


def numbers(field: str) -> st.SearchStrategy[int]:
    low, high = BOUNDS[field]
    return st.integers(low, high)


@st.composite
def lines(draw: st.DrawFn) -> dict[str, object]:
    answered = ("soreness", "performance", "pump", "challenge", "joint_pain")
    weeks = draw(numbers("weeks"))
    return {
        "muscle": draw(st.sampled_from([*Muscle])).value,
        "weeks": weeks,
        "week_number": draw(st.integers(1, weeks)),
        "emphasis": draw(st.none() | st.sampled_from([*Emphasis])),
        "experience": draw(st.none() | st.sampled_from([*Experience])),
        **{field: draw(st.none() | numbers(field)) for field in answered},
        **{
            field: draw(numbers(field))
            for field in (
                "planned_sets",
                "weekly_sets",
                "sessions_per_week",
                "consecutive_misses",
            )
        },
        **{field: draw(st.booleans()) for field in SWITCHES},
    }


@given(lines())
def test_every_good_line_has_one_answer_within_the_caps(
    line: dict[str, object],
) -> None:
    answer = decide_line(line)

    assert answer.kind in KINDS
    assert answer.rule_id
    assert answer.because.endswith(".")
    low, high = sorted((0, answer.delta_raw))
    assert low <= answer.delta_applied <= high
    planned = line["planned_sets"]
    assert isinstance(planned, int)
    assert planned + answer.delta_applied >= min(1, planned)
    if answer.delta_applied > 0:
        assert answer.kind == "add"
        assert planned + answer.delta_applied <= 12


@given(lines(), st.sampled_from(["soreness", "performance", "challenge", "joint_pain"]))
def test_a_worse_answer_never_ends_in_more_sets(
    line: dict[str, object], field: str
) -> None:
    value = line[field]
    if not isinstance(value, int) or value == 3:
        return
    if field == "performance":
        line["consecutive_misses"] = 1

    worse = decide_line({**line, field: value + 1})

    assert worse.delta_applied <= decide_line(line).delta_applied
