"""What a database holds, in one number per table: rows and a checksum."""

from typing import Final

import asyncpg
import msgspec

# The checksum is made of rows as text, which depends on these.
_ALIKE_EVERYWHERE: Final = (
    "SET LOCAL metricgain.as_system = 'on'; SET LOCAL datestyle = 'ISO, MDY';"
    " SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL timezone = 'UTC';"
    " SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;"
    " SET LOCAL statement_timeout = 0"
)


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows a table has, and a sum over the digests of all of them."""

    rows: int
    checksum: str


async def fingerprints(connection: asyncpg.Connection) -> dict[str, Fingerprint]:
    """Return what every table of the schema public holds, whatever the row order.

    Call it inside a transaction, which also says at which moment.
    """
    await connection.execute(_ALIKE_EVERYWHERE)
    names = await connection.fetch(
        "SELECT relname, format('%I.%I', nspname, relname) AS quoted"
        " FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace"
        " WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition"
        " ORDER BY relname"
    )
    return {name: await _of(connection, quoted) for name, quoted in names}


async def _of(connection: asyncpg.Connection, quoted: str) -> Fingerprint:
    """Digests are added, so that order does not count and twice the same row does."""
    digest = "left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 16)"
    number = f"('x' || {digest})::bit(64)::bigint::numeric"
    row = await connection.fetchrow(
        f"SELECT count(*), coalesce(sum({number}), 0)::text FROM {quoted} AS t"  # noqa: S608 - quoted by the server
    )
    assert row is not None
    return Fingerprint(rows=row[0], checksum=row[1])


def differing(
    before: dict[str, Fingerprint], after: dict[str, Fingerprint]
) -> list[str]:
    """Return the tables that do not hold the same, by name."""
    return sorted(
        name for name in {*before, *after} if before.get(name) != after.get(name)
    )
