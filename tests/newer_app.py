"""The product, with a newer version of the web app as soon as a file is there."""

import os
import re
from pathlib import Path
from typing import Final

from litestar.types import ASGIApp, Receive, Scope, Send

from metricgain.api.app_files import app_files
from metricgain.app import web_app as present_app

MARK: Final = "METRICGAIN_NEWER_APP"
_VERSION: Final = re.compile(rb"metricgain-app-[0-9a-f]{12}")
NEWER: Final = b"metricgain-app-000000000000"
_WORKER: Final = "/sw.js"


def web_app() -> ASGIApp:
    """Return the application, whose service worker changes when the file is there."""
    app = present_app()
    mark = Path(os.environ[MARK])  # noqa: TID251 - the test says where

    def is_newer() -> bool:
        return mark.exists()

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != _WORKER or not is_newer():
            await app(scope, receive, send)
            return
        body = _VERSION.sub(NEWER, app_files()[_WORKER].content)
        headers = [
            (b"content-type", b"text/javascript"),
            (b"cache-control", b"no-cache"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    return served
