"""The owner of the tables need not be a superuser."""

import asyncio
from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg
import pytest

from metricgain.kit.errors import Invalid
from metricgain.store.migrate import check_schema
from metricgain.store.roles import APP_ROLE, app_url
from metricgain.store.setup import prepare
from scratch_database import scratch_database

OWNER = "metricgain_test_owner_{}"


@pytest.fixture
def plain_url(owner_url: str, worker_id: str) -> Iterator[str]:
    """A database whose owner may make roles and nothing else."""
    role = OWNER.format(worker_id)
    with scratch_database(owner_url, "plain") as url:
        # All owners of a server share one password, as they share one application role.
        login = f"{role}:{quote(urlsplit(url).password or '', safe='')}"
        execute(
            url,
            f"CREATE ROLE {role} LOGIN CREATEROLE PASSWORD"
            f" '{urlsplit(url).password or ''}'",
            f"GRANT {APP_ROLE} TO {role} WITH ADMIN OPTION",
            f'ALTER DATABASE "{urlsplit(url).path.strip("/")}" OWNER TO {role}',
        )
        place = urlsplit(url).netloc.rpartition("@")[2]
        yield urlunsplit(urlsplit(url)._replace(netloc=f"{login}@{place}"))
    execute(owner_url, f"DROP ROLE {role}")


def test_an_owner_who_is_no_superuser_prepares_a_database_again_and_again(
    plain_url: str,
) -> None:
    first = prepare(plain_url)
    second = prepare(plain_url)

    assert first == second == app_url(plain_url)
    check_schema(plain_url)
    execute(first, "SELECT FROM sets")


def test_an_owner_who_may_not_make_roles_is_told_what_to_do(
    owner_url: str, plain_url: str
) -> None:
    execute(owner_url, f"REVOKE {APP_ROLE} FROM {urlsplit(plain_url).username}")

    with pytest.raises(Invalid, match=APP_ROLE) as refused:
        prepare(plain_url)

    assert refused.value.field == "METRICGAIN_DATABASE_URL"
    assert "METRICGAIN_DATABASE_APP_URL" in refused.value.remedy


def test_an_administrator_can_make_the_role_instead(
    owner_url: str, plain_url: str
) -> None:
    given = app_url(plain_url)
    execute(owner_url, f"REVOKE {APP_ROLE} FROM {urlsplit(plain_url).username}")

    assert prepare(plain_url, given_app_url=given) == given
    execute(given, "SELECT FROM sets")


def execute(url: str, *statements: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run())
