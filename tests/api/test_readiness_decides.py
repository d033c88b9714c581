"""A finished workout hears of the night before it: downward only, and if wanted."""

from typing import Any

import pytest

from blocks import BENCH
from conftest import SignedIn
from gym import at, second_week, train
from metricgain.store.database import Database

BAD = "date,sleep_score,recovery\n{day},20,12\n"
GOOD = "date,sleep_score,recovery\n{day},100,99\n"


async def decided(
    lifter: SignedIn, *, night: str | None, uses: bool = True
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Finish an easy workout after a night: the decision on chest, what comes next."""
    api = lifter.client
    press = (await second_week(api))[0]["id"]
    if not uses:
        await api.patch("/preferences", json={"useReadiness": False})
    if night is not None:
        sent = await api.post(
            "/recovery/files",
            content=night.format(day=at(0).date()),
            headers={"Content-Type": "text/csv"},
        )
        assert sent.status_code == 200, sent.text
    moment = at(0).isoformat()
    await api.put(
        f"/workout-logs/{press}",
        json={"workoutInstanceId": press, "startedAt": moment, "madeAt": moment},
    )
    said = await api.put(
        f"/workout-logs/{press}/feedback/chest",
        json={"soreness": 0, "pump": 1, "challenge": 0},
    )
    assert said.status_code == 200, said.text
    await train(api, press, ago=0, sets=[(BENCH, 75.0, 16)] * 3)
    finished = (await api.get(f"/workout-logs/{press}/decisions")).json()
    chest = next(one for one in finished["decisions"] if one["muscle"] == "chest")
    return chest, [one for one in finished["next"] if one["exerciseId"] == BENCH]


async def test_a_bad_night_holds_sets_and_load_and_is_kept_with_its_decision(
    lifter: SignedIn, database: Database
) -> None:
    chest, (bench,) = await decided(lifter, night=BAD)

    assert (chest["kind"], chest["ruleId"], chest["deltaRaw"]) == ("hold", "W1", 0)
    assert (
        "more sets are due. Your readiness was low that day (0.15)"
        in (chest["because"])
    )
    assert (bench["targetWeight"], bench["targetSets"]) == (75, 3)
    assert "You were not rested that day" in bench["because"]
    async with database.as_user(lifter.user_id) as tx:
        kept = await tx.value(
            "SELECT readiness::text FROM progression_decisions WHERE rule_id = 'W1'"
        )
    assert kept == "0.154"


@pytest.mark.parametrize(
    ("night", "uses"),
    [
        pytest.param(None, True, id="nothing is known of the night"),
        pytest.param(GOOD, True, id="a good night"),
        pytest.param(BAD, False, id="a bad night that is not to be used"),
    ],
)
async def test_anything_else_changes_nothing(
    lifter: SignedIn, night: str | None, *, uses: bool
) -> None:
    chest, (bench,) = await decided(lifter, night=night, uses=uses)

    assert (chest["kind"], chest["ruleId"]) == ("add", "T5")
    assert "readiness" not in chest["because"]
    assert bench["targetWeight"] > 75
