"""What a device sends is carried out once, in order, each answered by itself."""

from datetime import timedelta
from uuid import UUID, uuid5

import httpx
import pytest

from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.errors import NotFound
from metricgain.kit.ids import secret, uuid7
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from sync_device import (
    Replica,
    ago,
    mutation,
    pull,
    push,
    save_set,
    start,
    statuses,
)


@pytest.fixture
async def exercise_id(database: Database) -> int:
    """An exercise of the catalogue."""
    async with database.as_system() as system:
        found = await system.value(
            "SELECT min(id) FROM exercises WHERE is_system AND equipment = 'barbell'"
        )
    assert isinstance(found, int)
    return found


@pytest.fixture
def log_id() -> UUID:
    return uuid7(now())


async def test_a_batch_is_applied_in_order_and_answered_with_its_changes(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    answer = await push(
        lifter.client,
        start(log_id, at=ago(minutes=5)),
        save_set(log_id, 7, exercise_id=exercise_id, weight=62.55),
    )

    assert statuses(answer) == ["applied", "applied"]
    replica = Replica()
    replica.take(answer.json())
    log = replica.rows["workoutLog", str(log_id)]
    assert [(one["id"], one["weight"]) for one in log["sets"]] == [(7, 62.55)]
    assert log["status"] == "in_progress"


async def test_a_repeated_batch_gets_the_same_answers_and_changes_nothing(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    batch = [
        start(log_id, at=ago(minutes=5)),
        save_set(log_id, 7, exercise_id=exercise_id),
        save_set(log_id, 8, exercise_id=exercise_id, weight=-1),
        mutation("deleteSet", workoutLogId=str(log_id), id=99),
    ]

    first = await push(lifter.client, *batch)
    device = Replica()
    device.take(first.json())
    second = await push(lifter.client, *batch, cursor=device.cursor)

    assert statuses(first) == ["applied", "applied", "refused", "applied"]
    assert statuses(second) == [
        "alreadyApplied",
        "alreadyApplied",
        "refused",
        "alreadyApplied",
    ]
    assert second.json()["results"][2] == first.json()["results"][2]
    assert second.json()["changes"] == []


async def test_a_mutation_that_comes_twice_in_a_batch_is_applied_once(
    lifter: SignedIn, log_id: UUID
) -> None:
    one = start(log_id)

    answer = await push(lifter.client, one, one)

    assert statuses(answer) == ["applied", "alreadyApplied"]


async def test_a_refusal_names_field_and_rule_and_leaves_nothing_behind(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    bad = save_set(log_id, 7, exercise_id=exercise_id, weight=5000)

    answer = await push(
        lifter.client, start(log_id), bad, save_set(log_id, 8, exercise_id=exercise_id)
    )

    assert statuses(answer) == ["applied", "refused", "applied"]
    refused = answer.json()["results"][1]
    assert refused["problem"] == "invalid"
    assert refused["field"] == "args.weight"
    assert "2204" in refused["rule"]
    (log,) = [row for row in answer.json()["changes"] if row["kind"] == "workoutLog"]
    assert [one["id"] for one in log["sets"]] == [8]


@pytest.mark.parametrize(
    ("name", "args", "field"),
    [
        pytest.param("flyToTheMoon", {}, "name", id="unknown name"),
        pytest.param("deleteSet", {"id": 1}, "args", id="missing argument"),
        pytest.param(
            "resetLandmark", {"muscle": "tail"}, "args.muscle", id="unknown word"
        ),
        pytest.param(
            "savePreferences", {"a\u0000b": 1}, "args", id="unknown field with a NUL"
        ),
        pytest.param(
            "saveLandmark",
            {"muscle": "abs", "maintenance": 9, "mev": 1, "target": 2, "mrv": 3},
            "mev",
            id="landmarks that do not rise",
        ),
        pytest.param(
            "finishWorkout",
            {
                "workoutLogId": "0197a000-0000-7000-8000-000000000000",
                "madeAt": "2026-01-01T00:00:00Z",
            },
            "args.madeAt",
            id="a second time",
        ),
        pytest.param(
            "deleteWorkoutLog",
            {"workoutLogId": "0197a000-0000-7000-8000-000000000000"},
            "workout_log_id",
            id="what is not there",
        ),
    ],
)
async def test_what_cannot_be_done_is_refused_for_good(
    lifter: SignedIn, name: str, args: dict[str, object], field: str
) -> None:
    sent = mutation(name, **args)

    first = await push(lifter.client, sent)
    second = await push(lifter.client, sent)

    assert statuses(first) == ["refused"]
    assert first.json()["results"][0]["field"] == field
    assert second.json()["results"] == first.json()["results"]


async def test_what_depends_on_a_refused_mutation_is_refused_with_it(
    lifter: SignedIn, log_id: UUID
) -> None:
    bad = mutation("saveLandmark", muscle="abs")
    dependent = mutation("resetLandmark", muscle="abs") | {"dependsOn": [bad["id"]]}
    further = start(log_id) | {"dependsOn": [dependent["id"]]}
    free = mutation("resetLandmark", muscle="abs")

    answer = await push(lifter.client, bad, dependent, further, free)
    later = await push(
        lifter.client,
        mutation("resetLandmark", muscle="abs") | {"dependsOn": [bad["id"]]},
    )

    assert statuses(answer) == ["refused", "refused", "refused", "applied"]
    assert answer.json()["results"][1]["problem"] == "depends"
    assert bad["id"] in answer.json()["results"][1]["rule"]
    assert statuses(later) == ["refused"]


async def test_what_depends_on_a_mutation_that_never_came_is_refused(
    lifter: SignedIn, log_id: UUID
) -> None:
    sent = start(log_id) | {"dependsOn": [str(uuid7(now()))]}

    answer = await push(lifter.client, sent)

    assert statuses(answer) == ["refused"]
    assert answer.json()["results"][0]["field"] == "dependsOn"


async def test_what_depends_on_an_applied_mutation_is_applied(
    lifter: SignedIn, log_id: UUID
) -> None:
    first = start(log_id)
    second = mutation("deleteWorkoutLog", workoutLogId=str(log_id))

    answer = await push(lifter.client, first, second | {"dependsOn": [first["id"]]})

    assert statuses(answer) == ["applied", "applied"]


async def test_a_workout_whose_start_was_refused_takes_its_sets_with_it(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    bad = mutation("startWorkout", id=str(log_id), startedAt="yesterday")

    answer = await push(
        lifter.client, bad, save_set(log_id, 1, exercise_id=exercise_id)
    )

    assert statuses(answer) == ["refused", "refused"]
    assert answer.json()["results"][1]["problem"] == "depends"
    assert "start of this workout" in answer.json()["results"][1]["rule"]


async def test_an_id_that_another_mutation_has_is_refused(
    lifter: SignedIn, log_id: UUID
) -> None:
    first = start(log_id)
    other = mutation("resetLandmark", muscle="abs") | {"id": first["id"]}

    answer = await push(lifter.client, first, other)

    assert statuses(answer) == ["applied", "refused"]
    assert answer.json()["results"][1]["problem"] == "conflict"
    assert answer.json()["results"][1]["field"] == "id"


async def test_more_than_a_hundred_mutations_are_too_many(lifter: SignedIn) -> None:
    many = [mutation("resetLandmark", muscle="abs") for _ in range(101)]

    refused = await push(lifter.client, *many)
    taken = await push(lifter.client, *many[:100])

    assert refused.status_code == 413
    assert refused.json()["remedy"] == "Halve the batch."
    assert statuses(taken) == ["applied"] * 100


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_device_that_is_too_old_is_asked_to_update(
    lifter: SignedIn, method: str
) -> None:
    body = {"deviceId": "old", "mutations": []} if method == "POST" else None

    answer = await lifter.client.request(
        method, "/sync", json=body, headers={"X-MetricGain-Protocol": "0"}
    )
    current = await lifter.client.request(
        method, "/sync", json=body, headers={"X-MetricGain-Protocol": "1"}
    )

    assert answer.status_code == 426
    assert answer.json()["field"] == "X-MetricGain-Protocol"
    assert current.status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        pytest.param(
            {"id": str(uuid5(UUID(int=0), "x"))}, "mutations[1].id", id="not UUIDv7"
        ),
        pytest.param(
            {"madeAt": "0001-01-01T00:00:00+14:00"},
            "mutations[1].madeAt",
            id="before 1970",
        ),
        pytest.param(
            {"madeAt": "9999-12-31T23:59:59-14:00"},
            "mutations[1].madeAt",
            id="after 2099",
        ),
    ],
)
async def test_ids_and_times_that_no_device_sends_refuse_the_batch_whole(
    lifter: SignedIn, log_id: UUID, wrong: dict[str, str], field: str
) -> None:
    bad = mutation("resetLandmark", muscle="abs") | wrong

    answer = await push(lifter.client, start(log_id), bad)

    assert answer.status_code == 422
    assert answer.json()["field"] == field
    replica = Replica()
    await pull(lifter.client, replica)
    assert replica.of_kind("workoutLog") == {}


async def test_a_clock_that_runs_fast_counts_as_now(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    next_year = now() + timedelta(days=365)
    fast = save_set(log_id, 1, exercise_id=exercise_id, weight=60, at=next_year)
    await push(lifter.client, start(log_id, at=ago(hours=1)), fast)

    answer = await push(
        lifter.client, save_set(log_id, 1, exercise_id=exercise_id, weight=70)
    )

    (log,) = [row for row in answer.json()["changes"] if row["kind"] == "workoutLog"]
    assert [one["weight"] for one in log["sets"]] == [70]


async def test_the_later_of_two_changes_stays_whichever_arrives_first(
    lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    first = save_set(log_id, 1, exercise_id=exercise_id, weight=60, at=ago(minutes=50))
    later = save_set(log_id, 1, exercise_id=exercise_id, weight=70, at=ago(minutes=20))
    earlier = save_set(
        log_id, 1, exercise_id=exercise_id, weight=80, at=ago(minutes=30)
    )

    await push(lifter.client, start(log_id, at=ago(hours=1)), first, later)
    answer = await push(lifter.client, earlier)

    assert statuses(answer) == ["applied"]
    (log,) = [row for row in answer.json()["changes"] if row["kind"] == "workoutLog"]
    assert [one["weight"] for one in log["sets"]] == [70]


async def test_a_token_that_may_only_read_pulls_but_does_not_push(
    lifter: SignedIn, database: Database
) -> None:
    token = secret()
    async with database.as_system() as system:
        await system.run(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
            " VALUES ($1, $2, 'watch', $3, 'read')",
            lifter.user_id,
            uuid7(now()),
            hash_of(token),
        )

    async with httpx.AsyncClient(
        base_url=lifter.client.base_url, headers={"Authorization": f"Bearer {token}"}
    ) as watch:
        pulled = await watch.get("/sync")
        pushed = await push(watch, mutation("resetLandmark", muscle="abs"))

    assert pulled.status_code == 200
    assert pushed.status_code == 403


async def test_nobody_pushes_into_the_log_of_somebody_else(
    lifter: SignedIn, other_lifter: SignedIn, log_id: UUID, exercise_id: int
) -> None:
    begin = start(log_id)
    await push(lifter.client, begin)

    answer = await push(
        other_lifter.client,
        save_set(log_id, 1, exercise_id=exercise_id),
        mutation("deleteWorkoutLog", workoutLogId=str(log_id)),
    )
    repeated = await push(other_lifter.client, begin)

    assert statuses(answer) == ["refused", "refused"]
    assert answer.json()["results"][0]["problem"] == "not-found"
    assert statuses(repeated) == ["applied"]
    replica = Replica()
    await pull(lifter.client, replica)
    assert replica.of_kind("workoutLog")[str(log_id)]["sets"] == []


async def test_what_is_checked_at_the_end_is_blamed_on_the_part_that_broke_it(
    database: Database, lifter: SignedIn
) -> None:
    about = (
        "INSERT INTO muscle_group_feedback"
        " (user_id, workout_log_id, muscle_group, about_log_id)"
        " VALUES ($1, $2, 'chest', $3)"
    )
    log_id = uuid7(now())

    async with changing(database, lifter.user_id, now=now()) as change:
        await change.tx.run(
            "INSERT INTO workout_logs (user_id, id, local_date)"
            " VALUES ($1, $2, '2026-01-05')",
            lifter.user_id,
            log_id,
        )
        with pytest.raises(NotFound):
            async with change.tx.savepoint():
                await change.tx.run(about, lifter.user_id, log_id, uuid7(now()))
        async with change.tx.savepoint():
            await change.tx.run(about, lifter.user_id, log_id, log_id)
