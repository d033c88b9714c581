"""The headers that every answer carries, so that a browser trusts only our own files.

They stand on pages, scripts, data and refusals alike: a browser that is led to show an
answer as a page then has nothing there that it may run.
"""

from typing import Any, Final

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message

_CONTENT: Final = (
    "default-src 'self'",
    "script-src 'self'",
    # A chart places its bars by the style attribute; no style sheet is inline.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
_UNUSED_DEVICES: Final = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip

SECURITY_HEADERS: Final = (
    ("Content-Security-Policy", "; ".join(_CONTENT)),
    (
        "Permissions-Policy",
        ", ".join(f"{device}=()" for device in _UNUSED_DEVICES),
    ),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
)


async def add_security_headers(message: Message, _scope: Any) -> None:  # noqa: ANN401 - Litestar's own scope type is not public
    """Put the security headers on an answer that is about to begin."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in SECURITY_HEADERS:
        headers[name] = value
