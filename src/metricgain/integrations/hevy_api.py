"""Hevy's public API (https://api.hevyapp.com/docs): all workouts of a key's owner."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Final, TypeAlias, TypeVar

import httpx
import msgspec

from metricgain.kit.errors import Conflict, NotAllowed

Shape = TypeVar("Shape")
Pause: TypeAlias = Callable[[float], Awaitable[object]]

ADDRESS: Final = "https://api.hevyapp.com"
_PAGE_SIZE: Final = 10
_MOST_PAGES: Final = 5000
_LARGEST_PAGE: Final = 8 * 1024 * 1024
_PATIENCE: Final = timedelta(seconds=30)
_TRIES: Final = 5
_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 60.0
_AGAIN: Final = frozenset((429, 500, 502, 503, 504))


class HevyKeyRefusedError(NotAllowed):
    """Hevy does not know the key, or its owner has no Hevy Pro."""

    def __init__(self) -> None:
        super().__init__(
            "Hevy does not accept this key",
            field="hevy-key",
            remedy="Make one in Hevy's settings, under Developer; it takes Hevy Pro.",
        )


class HevyAwayError(Conflict):
    """Hevy did not answer as its documentation says. Nothing was imported."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Hevy did not answer as expected: {why}",
            field="hevy",
            remedy="Try again later, or import the CSV that the app exports.",
        )


class _Page(msgspec.Struct):
    page_count: int
    workouts: list[msgspec.Raw] = msgspec.field(default_factory=list)


class _Named(msgspec.Struct):
    id: str


async def hevy_workouts(
    key: str,
    *,
    address: str = ADDRESS,
    patience: timedelta = _PATIENCE,
    pause: Pause = asyncio.sleep,
    heard: Callable[[int, int], object] = lambda _page, _pages: None,
) -> AsyncIterator[bytes]:
    """Yield each workout of the key's owner once, as the JSON that Hevy has for it.

    Too many requests, errors of the server and lost connections are tried again, each
    after a longer pause. `heard` is told which of how many pages was read. Raises
    HevyKeyRefusedError, and HevyAwayError where an answer is none, also in the middle:
    a list that changes while it is read is read again by whoever asks again.
    """
    seen: set[str] = set()
    page, pages = 1, 1
    async with httpx.AsyncClient(
        base_url=address,
        headers={"api-key": key.strip(), "accept": "application/json"},
        timeout=patience.total_seconds(),
    ) as client:
        while page <= pages:
            found = await _page(client, page, pause)
            if found.page_count < pages and page > 1:
                raise HevyAwayError("workouts went while they were read")
            pages = found.page_count
            if pages > _MOST_PAGES:
                raise HevyAwayError(f"it has {pages} pages")
            for raw in found.workouts:
                named = _read(bytes(raw), _Named)
                if named.id not in seen:
                    seen.add(named.id)
                    yield bytes(raw)
            heard(page, pages)
            page += 1


async def hevy_history(workouts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield the parts of one JSON text with all workouts, which can be imported."""
    before = b'{"workouts":[\n'
    async for workout in workouts:
        yield before + workout
        before = b",\n"
    yield b"\n]}\n" if before == b",\n" else b'{"workouts":[]}\n'


async def _page(client: httpx.AsyncClient, page: int, pause: Pause) -> _Page:
    query = {"page": page, "pageSize": _PAGE_SIZE}
    wait = _FIRST_PAUSE
    for left in reversed(range(_TRIES)):
        try:
            answer = await client.get("/v1/workouts", params=query)
        except (httpx.TransportError, httpx.DecodingError) as error:
            if not left:
                raise HevyAwayError(type(error).__name__) from error
            await pause(wait)
        else:
            if answer.status_code not in _AGAIN or not left:
                return _taken(answer, page)
            await pause(_asked_for(answer) or wait)
        wait = min(wait * 2, _LONGEST_PAUSE)
    raise HevyAwayError("it was tried in vain")


def _taken(answer: httpx.Response, page: int) -> _Page:
    if answer.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise HevyKeyRefusedError
    if answer.status_code == HTTPStatus.NOT_FOUND and page == 1:
        # Whoever has no workouts has no first page either.
        return _Page(page_count=0)
    if answer.status_code != HTTPStatus.OK:
        raise HevyAwayError(f"page {page} has the status {answer.status_code}")
    if len(answer.content) > _LARGEST_PAGE:
        raise HevyAwayError(f"page {page} is larger than ten workouts are")
    return _read(answer.content, _Page)


def _read(content: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.DecodeError as error:
        raise HevyAwayError(str(error)[:100]) from error


def _asked_for(answer: httpx.Response) -> float:
    """Return the seconds that the server asks to wait, 0 if it does not say."""
    text = answer.headers.get("retry-after", "")
    return min(float(text), _LONGEST_PAUSE) if text.isdecimal() else 0.0
