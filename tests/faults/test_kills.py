"""Whatever is killed while people train comes back, and nothing is lost."""

from pathlib import Path

from bench.fault_kills import kill_while_training
from bench.kept_up import VICTIMS

from embedded_server import settle


async def test_no_acknowledged_set_is_lost_whatever_process_is_killed(
    tmp_path: Path,
) -> None:
    outcome = await kill_while_training(tmp_path, list(VICTIMS), lifters=3)

    assert outcome.found.as_acknowledged, outcome.found
    assert len(outcome.heard.sets) > 3 * len(VICTIMS)
    assert outcome.back_after.keys() == VICTIMS.keys()
    assert "Traceback" not in outcome.log
    settle(tmp_path)
