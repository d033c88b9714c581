from typing import Final

import pytest

from doc_tables import read_table
from metricgain.engine.decisions import (
    AddSets,
    Carry,
    Decision,
    Deload,
    HoldSets,
    NoDecision,
    Recover,
    RemoveSets,
    Swap,
    kind_of,
)
from metricgain.engine.gate import Gate, GateOutcome
from metricgain.engine.muscles import Muscle
from metricgain.engine.overrides import Override, can_be_overridden, overridden

KINDS: Final[dict[str, type[Decision]]] = {
    "add": AddSets,
    "hold": HoldSets,
    "remove": RemoveSets,
    "recover": Recover,
    "deload": Deload,
    "carry": Carry,
    "none": NoDecision,
}
TABLE = GateOutcome(gate=Gate.TABLE, progression=True, deload=False)


def decision(kind: str) -> Decision:
    return KINDS[kind](
        muscle=Muscle.CHEST,
        because="It was easy.",
        rule_id="T5",
        gate=TABLE,
        delta_raw=2,
        swap=Swap.SUGGESTED,
        hold_load=True,
    )


@pytest.mark.parametrize("override", Override)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_added_or_taken_away(kind: str, override: Override) -> None:
    made = decision(kind)

    found = overridden(made, override)

    if can_be_overridden(made):
        assert found.delta_raw == 0
        assert found.progression is (override is Override.HOLD)
        assert found.swap is Swap.SUGGESTED
        assert found.because != made.because
    else:
        assert found is made


@pytest.mark.parametrize("kind", KINDS)
def test_as_decided_is_as_decided(kind: str) -> None:
    made = decision(kind)

    assert overridden(made, None) is made


@pytest.mark.parametrize(
    "row",
    read_table("engine/overrides", "What becomes of a decision"),
    ids=lambda row: f"{row['decision']} {row['asked for']}",
)
def test_the_table_of_the_page(row: dict[str, str]) -> None:
    found = overridden(decision(row["decision"]), Override(row["asked for"]))

    assert kind_of(found) == row["becomes"]
