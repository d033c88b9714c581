"""A small HTTP/1.1 client for load: it keeps its connection and parses little.

A general client spends more on a request than the server does, and would measure
itself. Each Wire is one connection and asks one thing at a time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Final, Self
from urllib.parse import urlsplit

from bench.measuring import Spread

_OK: Final = range(200, 300)
_END: Final = b"\r\n\r\n"

Turn = Callable[["Wire", int], Awaitable[None]]
"""What a client does again and again: with its wire and the number of the turn."""


class Wire:
    """One connection to a server. `failures` lists statuses that were no success."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._host = host
        self.failures: list[int] = []

    @classmethod
    async def open(cls, address: str) -> Self:
        """Connect to an address such as http://127.0.0.1:8000."""
        parts = urlsplit(address)
        assert parts.hostname is not None
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        return cls(reader, writer, parts.netloc)

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        await self._writer.wait_closed()

    async def get(self, path: str, token: str) -> bytes:
        """Ask for a path; return the body of the answer."""
        return await self.ask("GET", path, token)

    async def ask(
        self, method: str, path: str, token: str, body: bytes | None = None
    ) -> bytes:
        """Send a request of a token's user; return the body of the answer."""
        length = "" if body is None else f"Content-Length: {len(body)}\r\n"
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\n"
            f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            f"{length}\r\n"
        )
        self._writer.write(head.encode() + (body or b""))
        answered = (await self._reader.readuntil(_END)).decode("latin-1")
        status = int(answered[9:12])
        length_at = answered.lower().find("content-length:")
        size = (
            int(answered[length_at:].split("\r\n", 1)[0][15:]) if length_at > 0 else 0
        )
        said = await self._reader.readexactly(size)
        if status not in _OK:
            self.failures.append(status)
        return said


async def at_once(
    address: str, turn: Turn, *, clients: int, seconds: float, warm_up: int = 3
) -> Spread:
    """Let many clients take turns for some seconds, each as fast as it is answered."""
    wires = [await Wire.open(address) for _ in range(clients)]
    taken: list[float] = []

    async def go(wire: Wire, client: int) -> None:
        for number in range(warm_up):
            await turn(wire, client + number * clients)
        number = warm_up
        until = perf_counter() + seconds
        while (begun := perf_counter()) < until:
            await turn(wire, client + number * clients)
            taken.append(1000 * (perf_counter() - begun))
            number += 1

    begun = perf_counter()
    try:
        await asyncio.gather(*(go(wire, n) for n, wire in enumerate(wires)))
    finally:
        for wire in wires:
            await wire.close()
    failed = sum(len(wire.failures) for wire in wires)
    return Spread.of(taken, seconds=perf_counter() - begun, errors=failed)
