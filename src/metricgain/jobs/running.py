"""A job while it is carried out, as the function that does it sees it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, TypeAlias, TypeVar

import msgspec

from metricgain.config import Settings
from metricgain.kit.errors import Conflict, Refusal
from metricgain.store.database import Database, Transaction
from metricgain.store.jobs import ClaimedJob, Hold, finish_job

Asked = TypeVar("Asked")
_LONGEST_NOTE: Final = 200


class TryLater(Refusal):
    """It cannot be done now; `after` says how long the job waits for its next try.

    Tried often enough, the job fails with this as its problem.
    """

    def __init__(self, rule: str, *, after: timedelta, remedy: str = "") -> None:
        super().__init__(rule, remedy=remedy)
        self.after = after


@dataclass(slots=True)
class Progress:
    """How far a job is; written down by its worker twice a second."""

    done: int = 0
    total: int = 0
    note: str = ""

    def set(self, done: int, total: int, note: str = "") -> None:
        """Say how much of how much is done, and what is being done."""
        self.done, self.total, self.note = done, total, note[:_LONGEST_NOTE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A claimed job with what it works on.

    The function that does it returns its outcome, an object that JSON can say. It may
    be cut off at any `await`, when the job is cancelled or the process stops, and begun
    anew. So it leaves nothing half done: it works in one transaction, which it ends
    with `finish`, or in steps that are safe to repeat.
    """

    job: ClaimedJob
    hold: Hold
    database: Database
    settings: Settings
    progress: Progress = field(default_factory=Progress)

    @property
    def user_id(self) -> int:
        """The user whose job this is. Raises Conflict for one of the installation."""
        if self.job.for_user is None:
            raise Conflict("this job has to be somebody's")
        return self.job.for_user

    def args(self, form: type[Asked]) -> Asked:
        """Return what the job was given, in its form. Raises Conflict."""
        try:
            return msgspec.convert(self.job.args, form, strict=False)
        except msgspec.ValidationError as error:
            raise Conflict(f"this job was not given what it needs: {error}") from error

    async def finish(self, tx: Transaction, outcome: object) -> None:
        """End the job in the transaction that does its work: both, or neither.

        Raises JobLost if it was cancelled meanwhile or is carried out elsewhere.
        """
        await finish_job(tx, self.hold, msgspec.to_builtins(outcome))


Work: TypeAlias = Callable[[Running], Awaitable[object]]
"""What carries a job out; it returns what came of it."""
