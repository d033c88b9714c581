"""Route decorators that say in OpenAPI which refusals a route can answer with."""

from functools import partial

from litestar import delete, get, patch, post, put

from metricgain.api.errors import documented

_ANY = (400, 401, 403, 404, 422, 500, 503)
_READ = documented(*_ANY)
_WRITE = documented(*_ANY, 409, 413, 415)

read = partial(get, responses=_READ)
create = partial(post, responses=_WRITE)
replace = partial(put, responses=_WRITE)
change = partial(patch, responses=_WRITE)
remove = partial(delete, responses=_WRITE)
act = partial(post, responses=_WRITE, status_code=200)
"""An act on something that is there: finish, skip, accept."""
