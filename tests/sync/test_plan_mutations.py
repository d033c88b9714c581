"""What a device may do to plans, and that no action is forgotten."""

from pathlib import Path
from typing import Final

import pytest

from conftest import SignedIn
from make import id_for
from metricgain import actions
from metricgain.api.mutations import MUTATIONS
from sync_device import Json, Replica, mutation, push, statuses

NOT_BY_SYNC: Final = {
    "abandon_program": "devices read programs over a connection",
    "accept_week_change": "the server says what would move, and carries out just that",
    "add_passkey": "a passkey is made by the browser for this server",
    "agree_to_language_model": "whoever agrees has seen who reads it now",
    "begin_totp": "a secret is shown once, to whoever asked for it",
    "change_password": "an account is changed over a connection",
    "clear_nights": "nights are read over a connection",
    "confirm_totp": "a second factor is changed over a connection",
    "connect_whoop": "it leads through the pages of WHOOP",
    "create_program": "the server plans it",
    "create_token": "a token is shown once, to whoever asked for it",
    "delete_account": "an account is changed over a connection",
    "delete_program": "devices read programs over a connection",
    "delete_template": "devices read templates over a connection",
    "disconnect_whoop": "WHOOP is told at once",
    "end_session": "sessions live on the server",
    "give_second_factor": "nobody is signed in yet",
    "import_history": "a file is read by the server",
    "import_nights": "a file is read by the server",
    "keep_model_key": "a key is never kept on a device",
    "link_provider": "it leads through the pages of the provider",
    "log_out_everywhere": "sessions live on the server",
    "make_calendar_feed": "an address is shown once, to whoever asked for it",
    "make_recovery_codes": "codes are shown once, to whoever asked for them",
    "merge_exercise": "history is rewritten while its owner looks on",
    "move_planned_blocks": "devices read programs over a connection",
    "register": "nobody has an account yet",
    "relink_exercise": "it answers with what an import made of a name",
    "remove_passkey": "a second factor is changed over a connection",
    "rename_passkey": "a second factor is changed over a connection",
    "restore_export": "a file is read by the server",
    "revoke_calendar_feed": "a revocation may not wait for a network",
    "revoke_token": "a revocation may not wait for a network",
    "save_account": "an account is changed over a connection",
    "save_block_as_template": "devices read templates over a connection",
    "save_template": "devices read templates over a connection",
    "save_training_profile": "devices read the profile over a connection",
    "sign_in": "nobody is signed in yet",
    "sign_in_by_link": "nobody is signed in yet",
    "sign_in_by_passkey": "nobody is signed in yet",
    "sign_in_by_provider": "nobody is signed in yet",
    "start_planned_mesocycle": "the server plans it with the loads of that day",
    "take_in_program": "a file is checked by the server",
    "turn_off_totp": "a second factor is changed over a connection",
    "undo_import": "the server says what it took back",
    "undo_week_change": "the server says what it took back",
    "unlink_provider": "a second factor is changed over a connection",
}
REACHED_BY: Final = {
    "copy_mesocycle": "startMesocycle",
    "start_mesocycle_from_template": "startMesocycle",
}
ACTIONS: Final = sorted(
    path.stem
    for path in Path(next(iter(actions.__path__))).iterdir()
    if not path.stem.startswith("_")
)


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_is_a_mutation_or_has_a_reason_not_to_be(action: str) -> None:
    first, *others = action.split("_")
    name = REACHED_BY.get(action, first + "".join(word.title() for word in others))
    assert (name in MUTATIONS) is not (action in NOT_BY_SYNC)


def test_every_reason_is_about_an_action() -> None:
    assert {*NOT_BY_SYNC, *REACHED_BY} <= set(ACTIONS)


def begin_block(lifter: SignedIn) -> Json:
    bench = {"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12}
    return mutation(
        "startMesocycle",
        id=str(id_for(lifter.user_id, "block")),
        startDate="2026-03-02",
        name="Mine",
        durationWeeks=4,
        workouts=[{"name": "Push", "weekday": 0, "exercises": [bench]}],
    )


async def block_of(lifter: SignedIn) -> Json:
    found = await lifter.client.get(f"/mesocycles/{id_for(lifter.user_id, 'block')}")
    assert found.status_code == 200, found.text
    block: Json = found.json()
    return block


async def test_a_block_is_planned_changed_and_ended_without_a_network(
    lifter: SignedIn,
) -> None:
    replica = Replica()
    replica.take((await push(lifter.client, begin_block(lifter))).json())
    block = await block_of(lifter)
    first, second = (week["sessions"][0]["id"] for week in block["weeks"][:2])
    assert ("workoutInstance", first) in replica.rows
    of_block = {"mesocycleId": block["id"]}
    squat = {"exerciseId": 2000, "sets": 2, "repMin": 6, "repMax": 10}
    answer = await push(
        lifter.client,
        mutation("moveWorkout", workoutInstanceId=first, scheduledOn="2026-03-03"),
        mutation("skipWorkout", workoutInstanceId=second),
        mutation("unskipWorkout", workoutInstanceId=second),
        mutation("editMesocycle", **of_block, name="Ours"),
        mutation(
            "editWorkout",
            **of_block,
            workoutId=block["workouts"][0]["id"],
            exercises=[squat],
        ),
        mutation("resizeMesocycle", **of_block, durationWeeks=5),
        mutation("startWorkout", id=first, startedAt="2026-03-03T17:00:00Z",
                 workoutInstanceId=first),
        mutation("finishWorkout", workoutLogId=first,
                 completedAt="2026-03-03T18:00:00Z"),
        mutation("deloadNow", **of_block),
    )  # fmt: skip
    assert set(statuses(answer)) == {"applied"}, answer.text
    changed = await block_of(lifter)
    assert (changed["name"], changed["endedEarly"]) == ("Ours", True)
    assert len(changed["weeks"]) == 2
    ended = await push(lifter.client, mutation("endMesocycle", **of_block))
    assert statuses(ended) == ["applied"]
    assert (await block_of(lifter))["status"] == "completed"


async def test_a_device_follows_the_advice_after_a_break(lifter: SignedIn) -> None:
    await push(lifter.client, begin_block(lifter))
    block = await block_of(lifter)
    first = block["weeks"][0]["sessions"][0]["id"]
    follow = {"mesocycleId": block["id"], "on": "2026-03-13"}
    answer = await push(
        lifter.client,
        mutation("startWorkout", id=first, startedAt="2026-03-02T17:00:00Z",
                 workoutInstanceId=first),
        mutation("finishWorkout", workoutLogId=first,
                 completedAt="2026-03-02T18:00:00Z"),
        mutation("applyGap", **follow, kind="restart"),
        mutation("applyGap", **follow, kind="repeat"),
    )  # fmt: skip
    assert statuses(answer) == ["applied", "applied", "refused", "applied"]
    session = (await block_of(lifter))["weeks"][1]["sessions"][0]
    assert session["scheduledOn"] == "2026-03-13"
    assert session["exercises"][0]["ruleId"] == "D2"
