"""A device that speaks the sync protocol as docs/sync.md tells its authors to."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import httpx

from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

Json: TypeAlias = dict[str, Any]

_KEYS = {
    "exerciseLink": ("app", "rawName"),
    "landmark": ("muscle",),
    "preferences": (),
    "deleted": ("what", "id"),
}


@dataclass(slots=True)
class Replica:
    """What a device knows of the server, built from nothing but changes."""

    rows: dict[tuple[str, str], Json] = field(default_factory=dict)
    cursor: str | None = None

    def take(self, answer: Json) -> None:
        """Apply a page of changes and move to its cursor."""
        for row in answer["changes"]:
            if row["kind"] == "deleted":
                self._forget(row["what"], row["id"])
            else:
                self.rows[row["kind"], key_of(row)] = row
        self.cursor = answer["cursor"]

    def of_kind(self, kind: str) -> dict[str, Json]:
        return {key: row for (each, key), row in self.rows.items() if each == kind}

    def _forget(self, kind: str, key: str) -> None:
        self.rows.pop((kind, key), None)
        if kind in ("workoutLog", "workoutInstance"):
            for proposal, row in self.of_kind("proposal").items():
                if row[f"{kind}Id"] == key:
                    self.rows.pop(("proposal", proposal))


def key_of(row: Json) -> str:
    return "/".join(str(row[name]) for name in _KEYS.get(row["kind"], ("id",)))


def mutation(name: str, /, *, at: datetime | None = None, **args: object) -> Json:
    """Return a mutation made at a moment, by default now."""
    made_at = at or now()
    return {
        "id": str(uuid7(made_at)),
        "name": name,
        "args": args,
        "madeAt": made_at.isoformat(),
    }


def start(log_id: UUID, *, at: datetime | None = None) -> Json:
    at = at or now()
    return mutation("startWorkout", at=at, id=str(log_id), startedAt=at.isoformat())


def save_set(
    log_id: UUID,
    set_id: int,
    *,
    exercise_id: int,
    weight: float = 80,
    at: datetime | None = None,
) -> Json:
    return mutation(
        "saveSet",
        at=at,
        workoutLogId=str(log_id),
        id=set_id,
        exerciseId=exercise_id,
        setNumber=1,
        weight=weight,
        weightUnit="kg",
        reps=8,
    )


async def push(
    client: httpx.AsyncClient, *mutations: Json, cursor: str | None = None
) -> httpx.Response:
    body = {"deviceId": "phone", "mutations": list(mutations), "cursor": cursor}
    return await client.post("/sync", json=body)


async def pull(client: httpx.AsyncClient, replica: Replica, *, limit: int = 500) -> int:
    """Pull until there is no more; return how many pages it took."""
    pages = 0
    while True:
        asked: dict[str, str | int] = {"limit": limit}
        if replica.cursor is not None:
            asked["since"] = replica.cursor
        answer = await client.get("/sync", params=asked)
        answer.raise_for_status()
        replica.take(answer.json())
        pages += 1
        if not answer.json()["hasMore"]:
            return pages


def statuses(answer: httpx.Response) -> list[str]:
    answer.raise_for_status()
    return [result["status"] for result in answer.json()["results"]]


def ago(**span: float) -> datetime:
    return now() - timedelta(**span)
