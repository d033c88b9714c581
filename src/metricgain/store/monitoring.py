"""What an installation holds, in numbers, for whoever watches it."""

from dataclasses import dataclass

from metricgain.store.database import Row, Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Bytes by table, jobs by name and status, imports by app, and accounts."""

    tables: dict[str, int]
    jobs: dict[tuple[str, ...], float]
    imports: dict[tuple[str, ...], float]
    users: int


async def load_numbers(system: Transaction) -> Numbers:
    """Return the numbers of everybody together."""
    tables = await system.rows(sql("monitoring_tables"))
    jobs = await system.rows(sql("monitoring_jobs"))
    imports = await system.rows(sql("monitoring_imports"))
    users = await system.value(sql("monitoring_users"))
    assert isinstance(users, int)
    return Numbers(
        tables={row["name"]: row["bytes"] for row in tables},
        jobs=_counted(jobs),
        imports=_counted(imports),
        users=users,
    )


def _counted(rows: list[Row]) -> dict[tuple[str, ...], float]:
    return {tuple(row)[:-1]: row["times"] for row in rows}
