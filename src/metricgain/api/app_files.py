"""The app itself: its page for every address in it, its scripts, icons, and worker."""

import mimetypes
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from metricgain.api.etags import KeepByContent

_PAGE: Final = "/index.html"
_ASSETS: Final = "/assets/"
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_FIRST: Final = "no-cache"
_TYPES: Final = {".webmanifest": "application/manifest+json", ".js": "text/javascript"}
_MISSING: Final = (
    "The web app has not been built. Run `make serve`, or `npm ci && npm run build`"
    " in the folder web. The HTTP API works: see /api/openapi.json.\n"
)


@dataclass(frozen=True, slots=True)
class AppFile:
    """A file of the built app, with its media type."""

    content: bytes
    media_type: str


@get(
    ["/", "/{path:path}"],
    include_in_schema=False,
    sync_to_thread=False,
    security=[{}],
    middleware=[KeepByContent()],
    exclude_from_auth=True,
)
def app_file(path: FromPath[str] = "/") -> Response[bytes]:
    """Answer a file of the app, or its page for the address of a screen.

    Raises NotFoundException for what looks like a file or belongs to the API.
    """
    kept = app_files()
    wanted = "/" + path.strip("/")
    found = kept.get(wanted)
    if found is None:
        if wanted.startswith("/api/") or "." in wanted.rpartition("/")[2]:
            raise NotFoundException
        found = kept.get(_PAGE, AppFile(_MISSING.encode(), "text/plain"))
    return Response(
        found.content,
        media_type=found.media_type,
        headers={
            "Cache-Control": _FOR_EVER if wanted.startswith(_ASSETS) else _ASK_FIRST
        },
    )


@cache
def app_files() -> dict[str, AppFile]:
    """Return the files of the built app by their address; none without a build."""
    return dict(_under(files("metricgain") / "web", ""))


def _under(folder: Traversable, address: str) -> list[tuple[str, AppFile]]:
    if not folder.is_dir():
        return []
    found: list[tuple[str, AppFile]] = []
    for entry in folder.iterdir():
        path = f"{address}/{entry.name}"
        if entry.is_dir():
            found += _under(entry, path)
        elif not entry.name.startswith("."):
            found.append((path, AppFile(entry.read_bytes(), _type_of(entry.name))))
    return found


def _type_of(name: str) -> str:
    known = _TYPES.get("." + name.rpartition(".")[2])
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


ROUTES = [app_file]
