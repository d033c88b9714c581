"""What a table has besides its rows, read from the catalog and given to another."""

from dataclasses import dataclass
from typing import Final

import asyncpg

COLUMNS_ALIKE: Final = (
    "INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED"
    " INCLUDING IDENTITY INCLUDING STORAGE INCLUDING STATISTICS INCLUDING COMMENTS"
)
"""For CREATE TABLE ... (LIKE ...): all but indexes, which come by attaching."""

_CONSTRAINTS: Final = (
    "SELECT conname AS name, pg_get_constraintdef(oid) AS definition"
    " FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'f')"
    " ORDER BY contype DESC, conname"
)
_INDEXES: Final = (
    "SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition,"
    " EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid"
    " AND k.conrelid = i.indrelid) AS of_constraint"
    " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
    " WHERE i.indrelid = $1::regclass ORDER BY 1"
)
_POLICIES: Final = (
    "SELECT policyname AS name, permissive, roles::text[] AS roles, cmd, qual,"
    " with_check FROM pg_policies WHERE schemaname = current_schema()"
    " AND tablename = $1 ORDER BY 1"
)
_GRANTS: Final = (
    "SELECT a.grantee::regrole::text AS role, a.privilege_type AS what"
    " FROM pg_class c, aclexplode(c.relacl) a"
    " WHERE c.oid = $1::regclass AND a.grantee NOT IN (0, c.relowner) ORDER BY 1, 2"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Keys, indexes, policies and rights of a table, as statements that make them.

    `guards` belong to any table of this kind; the rest is inherited by partitions.
    """

    name: str
    indexes: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    others: tuple[str, ...]
    policies: tuple[tuple[str, str], ...]
    grants: tuple[tuple[str, str], ...]

    def key_statements(self) -> list[str]:
        """Return what makes its keys and indexes on an empty table of its name."""
        keys = [
            f"ALTER TABLE {self.name} ADD CONSTRAINT {name} {definition}"
            for name, definition in self.keys
        ]
        return [*keys, *self.others]

    def guard_statements(self, table: str) -> list[str]:
        """Return what guards another table by the same policies, forced."""
        return [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            *(
                f"CREATE POLICY {name} ON {table} {body}"
                for name, body in self.policies
            ),
        ]

    def grant_statements(self) -> list[str]:
        """Return what gives a table of its name to the same roles."""
        return [f"GRANT {what} ON {self.name} TO {role}" for role, what in self.grants]


async def shape_of(connection: asyncpg.Connection, table: str) -> Shape:
    """Return the shape of a table of the current schema."""
    indexes = await connection.fetch(_INDEXES, table)
    constraints = await connection.fetch(_CONSTRAINTS, table)
    policies = await connection.fetch(_POLICIES, table)
    grants = await connection.fetch(_GRANTS, table)
    return Shape(
        name=table,
        indexes=tuple(row["name"] for row in indexes),
        keys=tuple((row["name"], row["definition"]) for row in constraints),
        others=tuple(row["definition"] for row in indexes if not row["of_constraint"]),
        policies=tuple((row["name"], _policy(row)) for row in policies),
        grants=tuple((row["role"], row["what"]) for row in grants),
    )


def _policy(row: asyncpg.Record) -> str:
    body = f"AS {row['permissive']} FOR {row['cmd']} TO {', '.join(row['roles'])}"
    if row["qual"] is not None:
        body += f" USING ({row['qual']})"
    if row["with_check"] is not None:
        body += f" WITH CHECK ({row['with_check']})"
    return body
