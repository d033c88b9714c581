"""The command `metricgain serve`: database and web server, until told to stop."""

import asyncio
import http.client
import shlex
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final

import typer
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from rich.console import Console

from metricgain.app import make_ready, open_database
from metricgain.cli.connection import Held, held
from metricgain.cli.listening import (
    address_of,
    free_port,
    link_address,
    reached_at,
)
from metricgain.cli.rebuilding import rebuild_due
from metricgain.config import SHARED_METERS, Settings, set_in_environment
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict
from metricgain.kit.ids import secret
from metricgain.kit.meters import count_together
from metricgain.store.people import has_users, hash_of
from metricgain.store.sign_in_links import add_sign_in_link

_PATIENCE_SECONDS: Final = 60
_PAUSE_SECONDS: Final = 0.03
_LAST_ANSWERS_SECONDS: Final = 3
_STEADY_SECONDS: Final = 60
_BREATH_SECONDS: Final = 0.5
_MOST_FALLS: Final = 5


def serve(
    *,
    host: Annotated[
        str | None,
        typer.Option(help="Address to listen on [METRICGAIN_HOST, 127.0.0.1]."),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on; 0 picks one [METRICGAIN_PORT, 8000]."),
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(help="Where everything is kept [METRICGAIN_DATA_DIR]."),
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(
            help="A PostgreSQL of your own, postgresql://role:password@host/name"
            " [METRICGAIN_DATABASE_URL]."
        ),
    ] = None,
) -> None:
    """Run MetricGain until Ctrl-C.

    It starts the embedded database, or uses the one of METRICGAIN_DATABASE_URL,
    brings it up to date, and answers on the address that it prints.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        settings = Settings.from_environment(
            host=host, port=port, data_dir=data_dir, database_url=database_url
        )
        settings = replace(settings, port=free_port(settings))
        with held(settings) as server:
            make_ready(settings, server.url)
            welcome = asyncio.run(_welcome(settings, server))
            _run(settings, welcome)
    except KeyboardInterrupt:
        # Asked to stop before the web server took over the signals.
        return


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What the operator is told once everything runs."""

    open: str
    more_accounts: str
    data: str

    def show(self, console: Console) -> None:
        """Print it. Lines are not wrapped, so that paths and links can be copied."""
        lines = [("Open", self.open)]
        if self.more_accounts:
            lines.append(("More accounts", self.more_accounts))
        lines += [("Your data", self.data), ("Stop", "press Ctrl-C")]
        console.rule("MetricGain is running")
        for label, value in lines:
            console.print(
                f"  {label:<14}{value}", soft_wrap=True, markup=False, highlight=False
            )
        console.rule()


async def _welcome(settings: Settings, server: Held) -> Welcome:
    """Return what to tell; on the way, catalogue and statistics are brought up to date.

    While there is no account, that is a link by which the first one is made: only
    who sees this terminal can be the administrator without a word.
    """
    database = await open_database(settings, server.url, revive=server.revive)
    try:
        await rebuild_due(database)
        async with database.as_system() as system:
            inhabited = await has_users(system)
            code = secret()
            if not inhabited:
                await add_sign_in_link(system, hash_of(code), user_id=None, now=now())
    finally:
        await database.close()
    return Welcome(
        open=address_of(settings) if inhabited else link_address(settings, code),
        more_accounts="" if inhabited else _command_for_an_account(settings),
        data=(
            "in the database of METRICGAIN_DATABASE_URL"
            if settings.database_url
            else str(settings.data_dir.absolute())
        ),
    )


def _command_for_an_account(settings: Settings) -> str:
    """Return a command that works as it stands in another terminal."""
    command = f"{shlex.quote(sys.argv[0])} user create you@example.org"
    if settings.database_url:
        return command
    folder = shlex.quote(str(settings.data_dir.absolute()))
    return f"METRICGAIN_DATA_DIR={folder} {command}"


def _run(settings: Settings, welcome: Welcome) -> None:
    """Serve until SIGINT or SIGTERM. Raises Conflict if the workers keep failing."""
    settings.hand_down()
    with counting(settings):
        _serve(settings, welcome)


@contextmanager
def counting(settings: Settings) -> Iterator[None]:
    """Give several workers a folder in which they count together."""
    if settings.workers == 1:
        yield
        return
    with TemporaryDirectory(prefix="metricgain-meters-") as folder:
        set_in_environment(SHARED_METERS, folder)
        count_together(Path(folder))
        yield


def _serve(settings: Settings, welcome: Welcome) -> None:
    """Serve; workers that were killed one after the other are begun anew."""
    falls, told = 0, threading.Event()
    while True:
        began = time.monotonic()
        try:
            _serve_until_it_falls(settings, welcome, told)
        except SystemExit as ended:
            falls = 1 if time.monotonic() - began > _STEADY_SECONDS else falls + 1
            if falls > _MOST_FALLS:
                raise Conflict(
                    "The worker processes keep ending.",
                    remedy="What was logged above says why.",
                ) from ended
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            time.sleep(_BREATH_SECONDS)
            continue
        return


def _serve_until_it_falls(
    settings: Settings, welcome: Welcome, told: threading.Event
) -> None:
    """Serve. Granian gives up, with SystemExit, when a worker falls twice in 5 s."""
    web = Granian(
        "metricgain.app:web_app",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        factory=True,
        workers=settings.workers,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=_LAST_ANSWERS_SECONDS,
        log_level=LogLevels.warning,
    )
    announcing = threading.Thread(
        target=_announce,
        args=(settings, welcome, told),
        kwargs={"all_forked": lambda: len(web.wrks) == settings.workers},
        daemon=True,
    )
    # Granian would reload when the terminal is closed; under nohup it stays ignored.
    ignores_hang_up = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN

    @web.on_startup
    def started() -> None:
        hung_up = signal.SIG_IGN if ignores_hang_up else web.signal_handler_interrupt
        signal.signal(signal.SIGHUP, hung_up)
        announcing.start()

    web.serve()


def _announce(
    settings: Settings,
    welcome: Welcome,
    told: threading.Event,
    *,
    all_forked: Callable[[], bool],
) -> None:
    """Print the welcome, once, when the first worker answers.

    Until all workers are forked this thread only sleeps: a lock that it held at that
    moment would stay locked in a worker for ever.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not told.is_set() and time.monotonic() < deadline:
        time.sleep(_PAUSE_SECONDS)
        if all_forked() and _is_ready(settings):
            told.set()
            welcome.show(Console())


def _is_ready(settings: Settings) -> bool:
    connection = http.client.HTTPConnection(
        reached_at(settings), settings.port, timeout=5
    )
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
