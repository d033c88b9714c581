"""Route decorators that say in OpenAPI which refusals a route can answer with."""

from collections.abc import Callable
from typing import Any, TypeAlias

from litestar import delete, get, patch, post, put
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler

from metricgain.api.errors import documented
from metricgain.api.etags import KEPT, KeepByContent
from metricgain.api.tables import TabularOperation, shown

_ANY = (400, 401, 403, 404, 422, 500, 503)
_READ = documented(*_ANY)
_WRITE = documented(*_ANY, 409, 413, 415)

Route: TypeAlias = Callable[..., Callable[[Callable[..., Any]], HTTPRouteHandler]]


def _described(decorator: Callable[..., Any], **usual: object) -> Route:
    """Return the decorator; it takes the summary from the docstring's first line."""

    def route(
        path: str, **given: object
    ) -> Callable[[Callable[..., Any]], HTTPRouteHandler]:
        def decorate(function: Callable[..., Any]) -> HTTPRouteHandler:
            summary = (function.__doc__ or "").strip().partition("\n")[0].rstrip(".")
            words = {"summary": summary, **usual, **given}
            handler: HTTPRouteHandler = decorator(path, **words)(function)
            return handler

        return decorate

    return route


read = _described(get, responses=_READ)
keep = _described(get, responses={**KEPT}, middleware=[KeepByContent()])
"""A read that clients keep: tagged by its content, 304 while it stays the same."""
table = _described(
    get,
    responses={**KEPT, **documented(501)},
    middleware=[KeepByContent()],
    operation_class=TabularOperation,
    dependencies={"shown": Provide(shown)},
)
"""A read that clients keep, and may ask for as CSV or Parquet."""
create = _described(post, responses=_WRITE)
replace = _described(put, responses=_WRITE)
change = _described(patch, responses=_WRITE)
remove = _described(delete, responses=_WRITE)
act = _described(post, responses=_WRITE, status_code=200)
"""An act on something that is there: finish, skip, accept."""
