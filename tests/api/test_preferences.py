from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from conftest import SignedIn
from metricgain.actions.reset_landmark import reset_landmark
from metricgain.actions.save_landmark import save_landmark
from metricgain.engine.landmarks import Landmark
from metricgain.engine.muscles import Muscle
from metricgain.kit.clock import now
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.landmarks import own_landmarks

EVERYTHING: dict[str, Any] = {
    "fullName": "Sam Doe",
    "timezone": "Asia/Tokyo",
    "weightUnit": "lb",
    "experience": "advanced",
    "weekStart": 6,
    "language": "pt-BR",
    "progressionType": "load",
    "rirFloor": 1,
    "allowThreeSets": True,
    "strictGate": True,
    "sessionMinutes": 75,
    "bodyWeightKg": 82.55,
    "useReadiness": False,
    "warmUpPercentages": [40, 60, 80],
    "restHeavySeconds": 240,
    "restCompoundSeconds": 150,
    "restIsolationSeconds": 60,
    "deloadStyle": "load",
    "reminderMinute": 1080,
}
NOWHERE = UUID(int=7)
OWN = {"maintenance": 3, "mev": 7, "target": 11, "mrv": 22}
CHEST = Landmark(maintenance=3, mev=7, target=11, mrv_at_2=22)


async def _preferences(lifter: SignedIn) -> dict[str, Any]:
    found: dict[str, Any] = (await lifter.client.get("/preferences")).json()
    return found


def _chest(preferences: dict[str, Any]) -> dict[str, Any]:
    line: dict[str, Any] = preferences["landmarks"][0]
    assert line["muscle"] == "chest"
    return line


async def test_a_new_lifter_has_the_usual_preferences(lifter: SignedIn) -> None:
    found = await _preferences(lifter)

    assert (found["weightUnit"], found["timezone"]) == ("kg", "UTC")
    assert (found["gyms"], found["gymId"]) == ([], None)
    assert (found["warmUpPercentages"], found["restHeavySeconds"]) == (None, None)
    assert (found["deloadStyle"], found["reminderMinute"]) == ("both", None)
    assert len(found["landmarks"]) == 17
    assert _chest(found) == {
        "muscle": "chest",
        "maintenance": 4,
        "mev": 6,
        "target": 14,
        "mrv": 20,
        "isOwn": False,
    }


async def test_every_preference_can_be_changed_and_taken_away(
    lifter: SignedIn,
) -> None:
    optional = dict.fromkeys(
        (
            *("fullName", "sessionMinutes", "bodyWeightKg", "warmUpPercentages"),
            *("restHeavySeconds", "restCompoundSeconds", "restIsolationSeconds"),
            *("reminderMinute", "gymId"),
        )
    )

    changed = await lifter.client.patch("/preferences", json=EVERYTHING)
    read = await _preferences(lifter)
    cleared = await lifter.client.patch("/preferences", json=optional)

    assert changed.status_code == 200
    assert read | EVERYTHING == read
    assert changed.json() == read
    assert cleared.json() | EVERYTHING | optional == cleared.json()


async def test_what_is_left_out_stays(lifter: SignedIn) -> None:
    await lifter.client.patch("/preferences", json=EVERYTHING)

    changed = await lifter.client.patch("/preferences", json={"rirFloor": 2})

    expected = EVERYTHING | {"rirFloor": 2}
    assert changed.json() | expected == changed.json()


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"timezone": "Mars/Olympus"}, id="timezone"),
        pytest.param({"timezone": None}, id="timezone of null"),
        pytest.param({"fullName": "a\u0000b"}, id="fullName"),
        pytest.param({"weightUnit": "st"}, id="weightUnit"),
        pytest.param({"experience": "elite"}, id="experience"),
        pytest.param({"weekStart": 7}, id="weekStart too high"),
        pytest.param({"weekStart": -1}, id="weekStart too low"),
        pytest.param({"language": "english"}, id="language"),
        pytest.param({"progressionType": "magic"}, id="progressionType"),
        pytest.param({"rirFloor": 4}, id="rirFloor"),
        pytest.param({"allowThreeSets": "yes"}, id="allowThreeSets"),
        pytest.param({"sessionMinutes": 9}, id="sessionMinutes too low"),
        pytest.param({"sessionMinutes": 301}, id="sessionMinutes too high"),
        pytest.param({"bodyWeightKg": 19.9}, id="bodyWeightKg too low"),
        pytest.param({"bodyWeightKg": 401}, id="bodyWeightKg too high"),
        pytest.param({"colour": "red"}, id="colour"),
        pytest.param({"warmUpPercentages": [80, 60]}, id="warmUpPercentages falling"),
        pytest.param({"warmUpPercentages": [99]}, id="warmUpPercentages too high"),
        pytest.param({"restHeavySeconds": 5}, id="restHeavySeconds"),
        pytest.param({"restCompoundSeconds": 601}, id="restCompoundSeconds"),
        pytest.param({"restIsolationSeconds": "1m"}, id="restIsolationSeconds"),
        pytest.param({"deloadStyle": "none"}, id="deloadStyle"),
        pytest.param({"reminderMinute": 1440}, id="reminderMinute"),
        pytest.param({"gymId": str(NOWHERE)}, id="gymId of nobody"),
    ],
)
async def test_a_bad_preference_changes_nothing(
    lifter: SignedIn, wrong: dict[str, object], request: pytest.FixtureRequest
) -> None:
    before = await _preferences(lifter)

    refused = await lifter.client.patch(
        "/preferences", json={"strictGate": True} | wrong
    )

    field = request.node.callspec.id.partition(" ")[0].partition(".")[0]
    assert refused.status_code in {400, 422}
    assert field in refused.text
    assert await _preferences(lifter) == before


async def test_own_landmarks_hold_until_they_are_reset(lifter: SignedIn) -> None:
    saved = await lifter.client.put("/preferences/landmarks/chest", json=OWN)
    repeated = await lifter.client.put("/preferences/landmarks/chest", json=OWN)
    reset = await lifter.client.delete("/preferences/landmarks/chest")
    again = await lifter.client.delete("/preferences/landmarks/chest")

    assert saved.status_code == 200
    assert _chest(saved.json()) == {"muscle": "chest", **OWN, "isOwn": True}
    assert repeated.json() == saved.json()
    assert reset.status_code == 200
    assert _chest(reset.json())["isOwn"] is False
    assert again.json() == reset.json()


@pytest.mark.parametrize(
    ("muscle", "wrong"),
    [
        pytest.param("chest", {"mev": 12}, id="mev above target"),
        pytest.param("chest", {"maintenance": 8}, id="maintenance above mev"),
        pytest.param("chest", {"mrv": 61}, id="too many sets"),
        pytest.param("chest", {"maintenance": -1}, id="fewer than none"),
        pytest.param("chest", {"target": 11.5}, id="half a set"),
        pytest.param("ears", {}, id="an unknown muscle"),
    ],
)
async def test_landmarks_that_cannot_be_are_refused(
    lifter: SignedIn, muscle: str, wrong: dict[str, object]
) -> None:
    refused = await lifter.client.put(
        f"/preferences/landmarks/{muscle}", json=OWN | wrong
    )

    assert refused.status_code in {400, 404, 422}
    assert _chest(await _preferences(lifter))["isOwn"] is False


async def test_preferences_of_one_lifter_are_not_anothers(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    await lifter.client.patch("/preferences", json=EVERYTHING)
    await lifter.client.put("/preferences/landmarks/chest", json=OWN)

    others = await _preferences(other_lifter)

    assert others["weightUnit"] == "kg"
    assert _chest(others)["isOwn"] is False


async def test_a_change_of_preferences_carries_its_revision(
    lifter: SignedIn, database: Database
) -> None:
    await lifter.client.patch("/preferences", json={"timezone": "Europe/Paris"})
    await lifter.client.patch("/preferences", json={"timezone": "Europe/Paris"})

    async with database.as_user(lifter.user_id) as tx:
        revision = await tx.value("SELECT revision FROM user_preferences")
    assert revision == 1


async def test_landmarks_saved_before_a_later_reset_stay_reset(
    lifter: SignedIn, database: Database
) -> None:
    noon = now() - timedelta(days=1)
    earlier, later = noon - timedelta(hours=1), noon + timedelta(hours=1)

    async def at(made_at: datetime, *, reset: bool = False) -> bool:
        async with changing(
            database, lifter.user_id, now=now(), made_at=made_at
        ) as change:
            if reset:
                await reset_landmark(change, muscle=Muscle.CHEST)
            else:
                await save_landmark(change, muscle=Muscle.CHEST, landmark=CHEST)
            marks = await change.tx.value("SELECT count(*) FROM deleted_rows")
            has_landmark = Muscle.CHEST in await own_landmarks(change.tx)
            # A mark is left exactly where landmarks are gone.
            assert (marks == 0) is has_landmark
            return has_landmark

    assert await at(earlier)
    assert not await at(noon, reset=True)
    assert not await at(earlier)
    assert await at(later)
