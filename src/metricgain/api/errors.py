"""The one table from what went wrong to the status and problem that HTTP answers.

Answers are problem details of RFC 9457, with the field and the rule that was broken.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec

from metricgain.kit.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotInstalled,
    NotSignedIn,
    Outdated,
    Refusal,
    TooLarge,
    TooMany,
)
from metricgain.store.refusals import (
    DatabaseAway,
    DatabaseBusy,
    DiskIsFull,
    TookTooLong,
)

_LOG = structlog.get_logger(__name__)


class Problem(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What went wrong, where, by which rule, and what to do about it."""

    type: str
    title: str
    status: int
    detail: str = ""
    field: str = ""
    rule: str = ""
    remedy: str = ""


_KINDS: Final[Mapping[type[Refusal], tuple[int, str, str]]] = MappingProxyType(
    {
        Invalid: (422, "invalid", "A value breaks a rule"),
        NotFound: (404, "not-found", "Not found"),
        Conflict: (409, "conflict", "The present state does not allow this"),
        NotSignedIn: (401, "not-signed-in", "Nobody is signed in"),
        NotAllowed: (403, "not-allowed", "Not allowed"),
        TooLarge: (413, "too-large", "The body is too large"),
        Outdated: (426, "outdated", "This program has to be updated"),
        TooMany: (429, "too-many", "Tried too often"),
        NotInstalled: (501, "not-installed", "Not installed"),
        DatabaseAway: (503, "database-away", "The database cannot be reached"),
        DatabaseBusy: (503, "database-busy", "The database is busy"),
        DiskIsFull: (503, "disk-full", "The disk of the database is full"),
        TookTooLong: (503, "took-too-long", "The database took too long"),
    }
)

_TITLES: Final[Mapping[int, str]] = MappingProxyType(
    {
        400: "The request cannot be understood",
        401: "Nobody is signed in",
        403: "Not allowed",
        404: "Not found",
        405: "This address does not answer that method",
        409: "The present state does not allow this",
        413: "The body is too large",
        415: "This kind of body is not read here",
        422: "A value breaks a rule",
        426: "This program has to be updated",
        429: "Tried too often",
        500: "Something broke on our side",
        501: "Not installed",
        503: "The database cannot be reached",
    }
)


def documented(*statuses: int) -> dict[int, ResponseSpec]:
    """Return what OpenAPI says of these refusals."""
    return {
        status: ResponseSpec(
            Problem,
            description=_TITLES[status],
            media_type="application/problem+json",
            generate_examples=False,
        )
        for status in statuses
    }


def problem_code(error: Refusal) -> str:
    """Return the short name of what kind of problem a refusal is."""
    return _kind_of(error)[1]


def status_of(error: BaseException) -> int:
    """Return the status with which an error is answered."""
    if isinstance(error, Refusal):
        return _kind_of(error)[0]
    return error.status_code if isinstance(error, HTTPException) else 500


def refused(_request: Request[Any, Any, Any], error: Refusal) -> Response[Problem]:
    """Answer a refusal of ours."""
    status, code, title = _kind_of(error)
    headers = (
        {"Retry-After": str(error.retry_after)}
        if isinstance(error, TooMany | DatabaseAway)
        else {}
    )
    field = _as_written(error.field)
    return _answer(
        Problem(
            type=f"/problems/{code}",
            title=title,
            status=status,
            detail=f"{field}: {error.rule}" if field else error.rule,
            field=field,
            rule=error.rule,
            remedy=error.remedy,
        ),
        headers,
    )


def not_understood(
    _request: Request[Any, Any, Any], error: HTTPException
) -> Response[Problem]:
    """Answer what the web framework refuses: bodies, methods, addresses."""
    field, rule = _first_fault(error)
    return _answer(
        Problem(
            type="/problems/not-understood",
            title=_TITLES.get(error.status_code, "The request cannot be answered"),
            status=error.status_code,
            detail=f"{field}: {rule}" if field else rule,
            field=field,
            rule=rule,
        ),
        dict(error.headers or {}),
    )


def broken(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """Answer a defect of ours, and log it whole."""
    # The address itself may hold a secret, such as that of a calendar.
    route = request.scope.get("path_template", "")
    _LOG.error("defect", route=route, exc_info=error)
    return _answer(
        Problem(
            type="/problems/defect",
            title=_TITLES[500],
            status=500,
            detail="Nothing was changed.",
            remedy="Try again; if it stays, report it with the time it happened.",
        ),
        {},
    )


HANDLERS: Final[dict[int | type[Exception], Any]] = {
    Refusal: refused,
    HTTPException: not_understood,
    Exception: broken,
}


def _kind_of(error: Refusal) -> tuple[int, str, str]:
    return next(_KINDS[kind] for kind in type(error).__mro__ if kind in _KINDS)


def _first_fault(error: HTTPException) -> tuple[str, str]:
    extra = error.extra
    if isinstance(error, ValidationException) and isinstance(extra, list) and extra:
        first = extra[0]
        if isinstance(first, dict):
            # An unknown place in a field's own list or map says nothing more.
            key = str(first.get("key", "")).removesuffix("[...]")
            if first.get("source") == "query":
                key = _as_written(key)
            return key, str(first.get("message", error.detail))
    return "", error.detail


def _as_written(name: str) -> str:
    """Return how a field or parameter is written over HTTP: dry_run is dryRun there."""
    if name.isupper():
        # A setting, as an operator writes it.
        return name
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)


def _answer(problem: Problem, headers: dict[str, str]) -> Response[Problem]:
    return Response(
        problem,
        status_code=problem.status,
        headers=headers,
        media_type="application/problem+json",
    )
