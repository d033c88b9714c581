import pytest

from metricgain.engine.confirmation import Doubt
from metricgain.engine.set_doubts import RecentSet, set_doubts


@pytest.mark.parametrize(
    ("planned_kg", "doubts"),
    [
        pytest.param(None, (Doubt.UNIT_MIX_UP,), id="free training"),
        pytest.param(27.5, (Doubt.UNIT_MIX_UP,), id="the plan asked for another load"),
        pytest.param(12.5, (), id="the plan asked for it"),
    ],
)
def test_less_than_half_the_last_load_is_a_slip_unless_the_plan_asked_for_it(
    planned_kg: float | None, doubts: tuple[Doubt, ...]
) -> None:
    raised = set_doubts(
        12.5,
        reps=5,
        rir=4,
        is_working=True,
        recent=[RecentSet(load_kg=27.5, reps=10, rir=2)],
        planned_kg=planned_kg,
    )

    assert raised == doubts
