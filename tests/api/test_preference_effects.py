"""Every preference changes something: what is planned is compared with and without."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias
from uuid import UUID

import msgspec
import pytest

from app_person import start_block, template_id, train_before
from conftest import SignedIn
from metricgain.api.preferences import PreferencesBody
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.tables import metadata
from tracked import ROOT

Planned: TypeAlias = dict[str, list[Any]]
PAGE = ROOT / "docs/preferences.md"


def values(found: object, key: str) -> Iterator[Any]:
    """Yield every value of a key, however deep it lies."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name == key and value is not None:
                yield value
            yield from values(value, key)
    elif isinstance(found, list):
        for item in found:
            yield from values(item, key)


async def planned(person: SignedIn) -> Planned:
    """Start a block after some training; return units, reserves and weights."""
    await train_before(person.client)
    block = await start_block(person.client)
    shown = (await person.client.get(f"/mesocycles/{block}")).json()
    return {key: list(values(shown, key)) for key in ("unit", "rir", "weight")}


def in_pounds(plain: Planned, changed: Planned) -> bool:
    return set(plain["unit"]) == {"kg"} and set(changed["unit"]) == {"lb"}


def never_under_two(plain: Planned, changed: Planned) -> bool:
    return min(plain["rir"]) < 2 <= min(changed["rir"])


def other_weights(plain: Planned, changed: Planned) -> bool:
    return plain["weight"] != changed["weight"] != []


GYM = str(UUID(int=7))
COARSE = {
    kind: {"kind": "rack", "unit": "kg", "weights": [1, 7, 13, 29, 41, 53, 97]}
    for kind in ("dumbbell", "barbell", "stack", "cable", "plate_machine", "smith")
}


@pytest.mark.parametrize(
    ("preference", "effect"),
    [
        pytest.param({"weightUnit": "lb"}, in_pounds, id="the unit of new plans"),
        pytest.param({"rirFloor": 2}, never_under_two, id="no week is harder"),
        pytest.param({"gymId": GYM}, other_weights, id="loads that there are"),
    ],
)
async def test_a_preference_changes_what_is_planned(
    lifter: SignedIn,
    other_lifter: SignedIn,
    preference: dict[str, object],
    effect: Callable[[Planned, Planned], bool],
) -> None:
    await other_lifter.client.put(
        f"/preferences/gyms/{GYM}", json={"name": "Garage", "equipment": COARSE}
    )
    saved = await other_lifter.client.patch("/preferences", json=preference)
    assert saved.status_code == 200, saved.text

    assert effect(await planned(lifter), await planned(other_lifter))


async def test_landmarks_of_ones_own_bound_the_sets_of_a_block(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    low = {"maintenance": 1, "mev": 2, "target": 3, "mrv": 4}
    saved = await other_lifter.client.put("/preferences/landmarks/chest", json=low)
    assert saved.status_code == 200, saved.text
    body = {
        "startDate": now().date().isoformat(),
        "templateId": await template_id(lifter.client),
    }

    usual, bound = [
        await one.client.post("/mesocycles", json=body | {"id": str(uuid7(now()))})
        for one in (lifter, other_lifter)
    ]

    assert usual.status_code == 201, usual.text
    assert bound.status_code == 422
    assert bound.json()["field"] == "chest"


def page_rows() -> list[tuple[str, str, str, str]]:
    """Return name, columns, file and test of every row of the page."""
    found: list[tuple[str, str, str, str]] = re.findall(
        r"^\| `(\w+)` \| (`[^|]+`) \| .+ \| `([\w/.]+)`: `([^`]+)` \|$",
        PAGE.read_text("utf-8"),
        re.MULTILINE,
    )
    return found


def test_the_page_names_every_preference_and_a_test_that_exists() -> None:
    rows = page_rows()
    fields = {field.encode_name for field in msgspec.structs.fields(PreferencesBody)}

    assert {name for name, *_ in rows} - {"landmarks", "gyms"} == fields
    for name, _, file, test in rows:
        assert test in (ROOT / file).read_text("utf-8"), name


def test_every_column_of_a_preference_stands_on_the_page() -> None:
    named = {one for _, columns, *_ in page_rows() for one in columns.split("`")[1::2]}
    columns = {column.name for column in metadata.tables["user_preferences"].columns}

    wanted = columns - {"user_id", "revision"}
    assert wanted == {one for one in named if one in columns}
    elsewhere = {"users.full_name", "users.timezone", "user_landmarks"}
    assert named - wanted == elsewhere | {"gyms", "gym_equipment", "gym_days"}
