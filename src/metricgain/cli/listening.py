"""The address that `metricgain serve` listens on, checked before anything starts."""

import errno
import socket
from typing import Final

from metricgain.config import Settings
from metricgain.kit.errors import Conflict, Invalid

_LOWEST_FREE_TO_ALL = 1024
_EVERYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - how to reach it, not where to listen


def reached_at(settings: Settings) -> str:
    """Return the host by which this machine reaches what listens there."""
    return _EVERYWHERE.get(settings.host, settings.host)


def address_of(settings: Settings) -> str:
    """Return the address that people open, without a slash at its end."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = reached_at(settings)
    written = f"[{host}]" if ":" in host else host
    return f"http://{written}:{settings.port}"


def link_address(settings: Settings, secret: str) -> str:
    """Return the link that signs in by a secret.

    The secret stands behind the #, which browsers do not send: no log holds it.
    """
    return f"{address_of(settings)}/#/welcome/{secret}"


def free_port(settings: Settings) -> int:
    """Return the port to listen on; port 0 becomes one that is free.

    Raises Conflict if another program has it, and Invalid if it cannot be had.
    """
    host, port = settings.host, settings.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            # Connections of the last run that are not forgotten yet do no harm.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
            free: int = probe.getsockname()[1]
    except OSError as error:
        raise _cannot_listen(error, host=host, port=port) from error
    return free


def _cannot_listen(error: OSError, *, host: str, port: int) -> Conflict | Invalid:
    if error.errno == errno.EADDRINUSE:
        return Conflict(
            f"Port {port} is taken by another program.",
            remedy=f"Set METRICGAIN_PORT (or --port) to another, such as {port + 1}.",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return Invalid(
            f"port {port} is not for ordinary users",
            field="METRICGAIN_PORT",
            remedy=f"Set it to {_LOWEST_FREE_TO_ALL} or more.",
        )
    return Invalid(
        f"this machine has no address {host!r} ({error.strerror})",
        field="METRICGAIN_HOST",
        remedy="Set it to 127.0.0.1 for this machine alone, or 0.0.0.0 for all.",
    )
