"""Known vulnerabilities of packages, asked from OSV (https://osv.dev)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import httpx
import msgspec

from metricgain.kit.errors import Conflict

_TIMEOUT: Final = httpx.Timeout(30, connect=10)
_MOST_AT_ONCE: Final = 1000
_MOST_PAGES: Final = 20


class OsvAway(Conflict):
    """Nobody could be asked for vulnerabilities."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"known vulnerabilities could not be asked for: {why}",
            remedy="Try again with a network, or look at METRICGAIN_OSV_URL.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of an ecosystem (PyPI, npm) in one version."""

    ecosystem: str
    name: str
    version: str


class _Vulnerability(msgspec.Struct):
    id: str


class _Result(msgspec.Struct):
    vulns: list[_Vulnerability] = []
    next_page_token: str | None = None


class _Results(msgspec.Struct):
    results: list[_Result]


def vulnerabilities_of(
    packages: Sequence[Package], *, address: str
) -> dict[Package, list[str]]:
    """Return the ids of what is known of each package that anything is known of.

    Raises OsvAway.
    """
    found: dict[Package, list[str]] = {}
    # What is left to ask: a package, and where its list goes on.
    left: list[tuple[Package, str | None]] = [(one, None) for one in packages]
    with httpx.Client(base_url=address, timeout=_TIMEOUT) as client:
        for _ in range(_MOST_PAGES):
            if not left:
                return found
            asked, left = left[:_MOST_AT_ONCE], left[_MOST_AT_ONCE:]
            answered = _ask(client, asked)
            for (package, _token), result in zip(asked, answered, strict=True):
                if result.vulns:
                    found.setdefault(package, []).extend(v.id for v in result.vulns)
                if result.next_page_token:
                    left.append((package, result.next_page_token))
    raise OsvAway("the list does not end")


def _ask(
    client: httpx.Client, asked: Sequence[tuple[Package, str | None]]
) -> list[_Result]:
    queries = [
        {
            "package": {"ecosystem": package.ecosystem, "name": package.name},
            "version": package.version,
        }
        | ({"page_token": token} if token else {})
        for package, token in asked
    ]
    try:
        answer = client.post("/v1/querybatch", json={"queries": queries})
    except httpx.HTTPError as error:
        raise OsvAway(str(error) or type(error).__name__) from error
    if not answer.is_success:
        raise OsvAway(f"the answer was {answer.status_code}")
    try:
        results = msgspec.json.decode(answer.content, type=_Results).results
    except msgspec.MsgspecError as error:
        raise OsvAway("the answer cannot be read") from error
    if len(results) != len(asked):
        raise OsvAway("the answer is not about what was asked")
    return results
