"""What was measured is summed up rightly, and the page says what missed its budget."""

import json
from pathlib import Path

import pytest
from bench.cache import Measured, verdict
from bench.comparing import Compared, Limit
from bench.floor import with_values
from bench.growth import exponent
from bench.measuring import RESULTS, Spread, note
from bench.report import PAGE, main, page


def spread(*milliseconds: float) -> Spread:
    return Spread.of(milliseconds)


def test_a_spread_has_the_quantiles_of_what_was_measured() -> None:
    found = Spread.of([float(n) for n in range(1, 102)], seconds=2, errors=3)

    assert (found.count, found.errors, found.per_second) == (101, 3, 50.5)
    assert (found.p50, found.p95, found.p99, found.worst) == (51, 96, 100, 101)


def test_nothing_measured_is_no_spread() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        Spread.of([])


@pytest.mark.parametrize(
    ("limit", "kept"),
    [
        pytest.param(Limit(of="ratio", most=4), True, id="the very ratio"),
        pytest.param(Limit(of="ratio", most=3.9), False, id="too high a ratio"),
        pytest.param(Limit(of="p99", most=8), True, id="quick enough"),
        pytest.param(Limit(of="p99", most=7.9), False, id="too slow"),
        pytest.param(Limit(of="p99", most=1, at_clients=16), None, id="not asked"),
    ],
)
def test_a_budget_is_kept_or_missed_where_it_holds(
    limit: Limit, *, kept: bool | None
) -> None:
    one = Compared(what="it", ours=spread(8, 8), floor=spread(2, 2), limits=(limit,))

    assert one.ratio == 4
    assert one.kept is kept


def test_the_exponent_is_that_of_the_law() -> None:
    sizes = [10.0, 100.0, 1000.0]

    assert exponent(sizes, [0.5] * 3) == pytest.approx(0)
    assert exponent(sizes, [3 * size for size in sizes]) == pytest.approx(1)
    assert exponent(sizes, [size**0.5 for size in sizes]) == pytest.approx(0.5)


def test_values_take_the_places_of_parameters() -> None:
    statement = "SELECT $1, $10::int, $2;\n"
    values = (":user", "'2026-01-01'::date", *map(str, range(3, 10)), "ten")

    assert with_values(statement, values) == (
        "SELECT :user, ten::int, '2026-01-01'::date;\n"
    )


def test_a_verdict_names_what_pays() -> None:
    slow = Measured(what="lists", without=10, kept=8)
    quick = Measured(what="one row", without=10, kept=1)

    assert "lists" in verdict([slow, quick])
    assert "one row" not in verdict([slow, quick])
    assert verdict([quick]).startswith("None")


def test_the_page_says_what_is_kept_and_what_is_missed(tmp_path: Path) -> None:
    good = Compared(what="quick thing", value=1, limits=(Limit(of="value", most=2),))
    bad = Compared(what="slow thing", value=3, limits=(Limit(of="value", most=2),))
    note(
        "budgets",
        {
            "postgresql": "18",
            "users": 3,
            "sets": 5000,
            "seconds": 1,
            "compared": [good.as_json(), bad.as_json()],
        },
        folder=tmp_path,
    )

    text = page(tmp_path)

    assert "Kept: quick thing. Missed: slow thing." in text
    assert "5,000 sets" in text
    assert "make bench-data USERS=1000" in text


def test_the_page_is_the_one_of_the_results_that_are_kept(tmp_path: Path) -> None:
    written = tmp_path / "performance.md"
    main(["--page", str(written)])

    assert written.read_text() == PAGE.read_text()
    for path in RESULTS.glob("*.json"):
        # Nobody's machine is told by name, and no folder of it.
        assert "/home" not in path.read_text()
        assert json.loads(path.read_text())


def test_results_describe_the_machine_in_general_words(tmp_path: Path) -> None:
    noted = json.loads(note("anything", {}, folder=tmp_path).read_text())

    assert set(noted) == {"measured_on", "machine"}
    assert set(noted["machine"]) == {
        "system", "processor", "cores", "memory_gb", "python", "load_before",
    }  # fmt: skip
