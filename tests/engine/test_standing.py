"""Where weekly sets lie between landmarks."""

import pytest

from metricgain.engine.landmarks import Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.standing import Standing, standing

CHEST = Landmark(maintenance=4, mev=6, target=14, mrv_at_2=20)
TRAPS = Landmark(maintenance=0, mev=0, target=6, mrv_at_2=16)


@pytest.mark.parametrize(
    ("sets", "sessions", "expected"),
    [
        pytest.param(0, 0, Standing.UNTRAINED, id="nothing"),
        pytest.param(3.9, 2, Standing.BELOW_MAINTENANCE, id="too little"),
        pytest.param(4, 2, Standing.MAINTAINING, id="just maintained"),
        pytest.param(6, 2, Standing.GROWING, id="from MEV"),
        pytest.param(14, 2, Standing.GROWING, id="up to the target"),
        pytest.param(14.1, 2, Standing.ABOVE_TARGET, id="beyond the target"),
        pytest.param(20.1, 2, Standing.ABOVE_MRV, id="beyond recovery"),
        pytest.param(12.1, 1, Standing.ABOVE_MRV, id="less is recovered from at once"),
        pytest.param(20.1, 2.5, Standing.ABOVE_TARGET, id="more in three sessions"),
    ],
)
def test_sets_are_compared_with_the_landmarks(
    sets: float, sessions: float, expected: Standing
) -> None:
    found = standing(sets, CHEST, muscle=Muscle.CHEST, sessions_per_week=sessions)

    assert found is expected


def test_a_muscle_that_needs_no_set_grows_on_one_but_not_on_none() -> None:
    def of(sets: float) -> Standing:
        return standing(sets, TRAPS, muscle=Muscle.TRAPS, sessions_per_week=1)

    assert of(0) is Standing.UNTRAINED
    assert of(1) is Standing.GROWING
