"""What a mutation is: arguments, and the action that is done with them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from metricgain.store.changes import Change

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Mutation(Generic[A]):
    """What the arguments of a mutation look like, and what is done with them."""

    args: type[A]
    act: Callable[[Change, A], Awaitable[object]]


class Args(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Arguments that no request has as its body."""
