"""The owner of an installation sees how it is doing; nobody else does."""

from datetime import UTC, datetime, timedelta

import pytest

from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.errors import Refusal
from metricgain.store.database import Database
from metricgain.store.vitals import (
    count_requests,
    latency,
    note_slow,
    quantile,
    slow_statements,
)
from metricgain.store.watching import Slow

YEARS_AGO = datetime(1999, 5, 4, 10, 30, tzinfo=UTC)


@pytest.fixture
async def owner_of_all(database: Database, lifter: SignedIn) -> SignedIn:
    async with database.as_system() as system:
        await system.run(
            "UPDATE users SET is_admin = true WHERE id = $1", lifter.user_id
        )
    return lifter


@pytest.mark.parametrize("path", ["/admin/health", "/admin/overview"])
async def test_others_are_refused(lifter: SignedIn, path: str) -> None:
    refused = await lifter.client.get(path)
    nobody = await lifter.client.get(path, headers={"Authorization": ""})

    assert refused.status_code == 403
    assert "promote" in refused.json()["remedy"]
    assert nobody.status_code == 401


async def test_the_owner_sees_users_storage_jobs_and_versions(
    owner_of_all: SignedIn,
) -> None:
    found = (await owner_of_all.client.get("/admin/overview")).json()

    (me,) = [user for user in found["users"] if user["id"] == owner_of_all.user_id]
    assert me["isAdmin"]
    assert found["tables"][0]["bytes"] >= found["tables"][-1]["bytes"] >= 0
    assert {"sets", "users"} <= {table["name"] for table in found["tables"]}
    assert found["disks"][0]["total"] >= found["disks"][0]["used"] > 0
    assert found["databaseVersion"][0].isdigit()
    assert set(me) == {
        "id", "email", "createdAt", "lastLogin", "isActive", "isAdmin",
    }  # fmt: skip


async def test_the_owner_sees_what_is_wrong_and_what_to_do(
    owner_of_all: SignedIn,
) -> None:
    health = (await owner_of_all.client.get("/admin/health")).json()

    checks = {check["name"]: check for check in health["checks"]}
    assert checks["database"]["good"]
    assert checks["role"]["good"]
    assert checks["row-level security"]["good"], checks["row-level security"]
    assert checks["clock"]["good"]
    assert health["good"] == all(check["good"] for check in health["checks"])
    for check in health["checks"]:
        assert check["good"] or check["remedy"]


async def test_how_long_a_day_of_requests_took_is_added_up_and_forgotten(
    database: Database,
) -> None:
    await count_requests(database, {5: 90, 50: 8}, now=YEARS_AGO)
    await count_requests(database, {5: 4, 900: 2}, now=YEARS_AGO)
    async with database.as_system() as system:
        day = await latency(system, now=YEARS_AGO + timedelta(hours=1))

    assert (day.requests, day.p50, day.p95, day.p99) == (104, 5, 50, 900)
    await count_requests(database, {}, now=YEARS_AGO + timedelta(days=20))
    async with database.as_system() as system:
        later = await latency(system, now=YEARS_AGO + timedelta(hours=1))
    assert (later.requests, later.p50) == (0, None)


async def test_a_slow_statement_is_remembered_with_its_worst_time(
    database: Database,
) -> None:
    at = now()
    for seconds in (0.9, 2.5, 0.7):
        slow = Slow(
            name="test_slow", seconds=seconds, statement="", values=(), user_id=None
        )
        await note_slow(database, slow, "Seq Scan sets", now=at)

    async with database.as_system() as system:
        found = await slow_statements(system, now=at)

    (mine,) = [one for one in found if one.name == "test_slow"]
    assert (mine.times, mine.slowest_ms, mine.plan) == (3, 2500, "Seq Scan sets")


@pytest.mark.parametrize(
    ("counted", "share", "bound"),
    [
        pytest.param({}, 0.5, None, id="nothing was asked"),
        pytest.param({7: 1}, 0.99, 7, id="one request"),
        pytest.param({1: 50, 9: 50}, 0.5, 1, id="half of them"),
        pytest.param({9: 50, 1: 49}, 0.5, 9, id="the order does not matter"),
    ],
)
def test_a_share_of_requests_stays_under_its_bound(
    counted: dict[int, int], share: float, bound: int | None
) -> None:
    assert quantile(counted, share) == bound


async def test_a_user_cannot_read_what_is_the_owners(database: Database) -> None:
    async with database.as_user(1) as tx:
        assert await tx.value("SELECT count(*) FROM slow_statements") == 0
    with pytest.raises(Refusal):
        async with database.as_user(1) as tx:
            await tx.run("INSERT INTO request_times VALUES (now(), 1, 1)")
