"""The only place that builds things: settings -> database -> web application."""

import asyncio
import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

import structlog
from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.middleware import DefineMiddleware
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition

from metricgain.api import AT_THE_ROOT, HANDLERS, ROUTES, app_files
from metricgain.api.door import COOKIE, HOST_ONLY
from metricgain.api.headers import add_security_headers
from metricgain.api.meters import LATENCIES
from metricgain.api.observing import Observe, number_answer
from metricgain.api.session import Authentication, asker
from metricgain.catalogue.reader import catalogue_version, exercises, templates
from metricgain.config import Settings, shared_meters
from metricgain.integrations.planners import load_planners
from metricgain.jobs.runner import Runner
from metricgain.jobs.table import SCHEDULES, WORKS
from metricgain.kit.clock import now
from metricgain.kit.errors import Refusal
from metricgain.kit.log import log_to_stderr
from metricgain.kit.meters import count_together
from metricgain.kit.tracing import end_tracing, trace_to
from metricgain.store.catalogue import load_catalogue
from metricgain.store.database import Database, DatabaseAway, Limits, Revive
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.exercises import keep_catalogue
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from metricgain.store.switch_rows import load_switches
from metricgain.store.switches import Mode, Switch, Switches
from metricgain.store.vitals import count_requests, note_slow

LARGEST_BODY = 16 * 1024 * 1024
_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 0.5
_SWITCH_SECONDS = 2
_COUNT_SECONDS = 60
_PATIENCE_SECONDS = 120
_AGAIN_SECONDS = 1
_PLANNERS_AFTER_SECONDS = 15
_LOG = structlog.get_logger(__name__)


def make_ready(settings: Settings, owner_url: str) -> None:
    """Migrate a database. Must not be called from within an event loop."""
    prepare(owner_url, given_app_url=settings.database_app_url)


def web_app() -> Litestar:
    """Return the web application of a worker process, by its environment."""
    _end_with_parent()
    settings = Settings.from_environment()
    watch_process(settings)
    if settings.database_url:
        return build(settings, settings.database_url)
    server = EmbeddedServer.acquire(
        settings.data_dir, postgres_bin=settings.postgres_path
    )
    return build(settings, server.address.url(), revive=server.ensure_running)


def watch_process(settings: Settings) -> None:
    """Log, count and trace as the settings say. Raises NotInstalled."""
    log_to_stderr(settings.log_level, form=settings.log_format)
    count_together(shared_meters())
    if settings.telemetry:
        trace_to(settings.telemetry, version=version("metricgain"))


def build(
    settings: Settings, owner_url: str, *, revive: Revive | None = None
) -> Litestar:
    """Return the web application on a database that is already migrated."""

    @asynccontextmanager
    async def with_database(app: Litestar) -> AsyncIterator[None]:
        database = await _when_there(settings, owner_url, revive=revive)
        app.state.database = database
        app.state.settings = settings
        beside = _beside(settings, database)
        _leave_what_stays()
        yield
        for task in beside:
            task.cancel()
        await asyncio.wait(beside)
        await database.close()
        await asyncio.to_thread(end_tracing)

    return Litestar(
        route_handlers=[
            Router("/api/v1", route_handlers=ROUTES),
            *AT_THE_ROOT,
            *app_files.ROUTES,
        ],
        lifespan=[with_database],
        middleware=[
            Observe(),
            DefineMiddleware(
                Authentication, exclude=["^/healthz", "^/readyz", "^/metrics"]
            ),
        ],
        dependencies={"asker": Provide(asker)},
        exception_handlers=HANDLERS,
        before_send=[add_security_headers, number_answer],
        compression_config=CompressionConfig(
            # What is told as it happens must not wait until it fills a block.
            backend="gzip",
            minimum_size=1000,
            exclude=["/events$"],
            # What is as large as an account is packed if one asks for it packed.
            exclude_opt_key="sent_as_is",
        ),
        request_max_body_size=LARGEST_BODY,
        openapi_config=_openapi(settings),
        # Libraries quote addresses and values in their own logs; ours says enough.
        logging_config=None,
        debug=False,
    )


def _leave_what_stays() -> None:
    """Keep the garbage collector from what lives as long as the process.

    A full collection over all modules held every answer up for a tenth of a second.
    """
    gc.collect()
    gc.freeze()


async def _when_there(
    settings: Settings, owner_url: str, *, revive: Revive | None
) -> Database:
    """Open the database of a worker, which may be started while it is away.

    Raises DatabaseAway if it does not come back in a while.
    """
    patience = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            database = await open_database(settings, owner_url, revive=revive)
        except DatabaseAway as away:
            if time.monotonic() > patience:
                raise
            _LOG.warning("waiting for the database", reason=away.rule)
            await asyncio.sleep(_AGAIN_SECONDS)
            continue
        async with database.as_system() as system:
            await keep_catalogue(system)
        return database


def _beside(settings: Settings, database: Database) -> list[asyncio.Task[None]]:
    """Start what a worker does beside answering."""
    beside = [
        asyncio.create_task(_follow_switches(database)),
        asyncio.create_task(_count_requests(database)),
        asyncio.create_task(_load_planners()),
    ]
    if settings.jobs:
        runner = job_runner(settings, database)
        beside.append(asyncio.create_task(runner.run(settings.jobs)))
    return beside


async def _load_planners() -> None:
    """Load the solver once the start is over: it is large, and most wait for answers.

    It ends like the other tasks: when it is cancelled.
    """
    await asyncio.sleep(_PLANNERS_AFTER_SECONDS)
    await asyncio.to_thread(load_planners)


async def open_database(
    settings: Settings, owner_url: str, *, revive: Revive | None = None
) -> Database:
    """Connect as the application and bring the catalogue up to date.

    Raises DatabaseAway.
    """
    database = await Database.open(
        app_url(owner_url, settings.database_app_url),
        size=settings.pool_size,
        revive=revive,
        switches=_switches(settings),
        limits=Limits(busy=settings.busy_seconds, statement=settings.statement_seconds),
    )
    if settings.slow_statement_ms:
        database.watch_slow(
            settings.slow_statement_ms / 1000,
            note=lambda slow, plan: note_slow(database, slow, plan, now=now()),
        )
    try:
        await _bring_up_to_date(database)
    except BaseException:
        await database.close()
        raise
    return database


async def _bring_up_to_date(database: Database) -> None:
    async with database.as_system() as system:
        database.switches.share(await load_switches(system))
        await load_catalogue(
            system,
            version=catalogue_version(),
            exercises=exercises(),
            templates=templates(),
        )


def job_runner(settings: Settings, database: Database) -> Runner:
    """Return what carries out jobs in this process."""
    return Runner(database, settings, works=WORKS, schedules=SCHEDULES)


def _switches(settings: Settings) -> Switches:
    own = {
        Switch.ANALYTICS: settings.analytics,
        Switch.DASHBOARD: settings.dashboard,
        Switch.PROGRESSION: settings.progression,
        Switch.CATALOGUE_CACHE: settings.catalogue_cache,
    }
    return Switches({switch: Mode(mode) for switch, mode in own.items() if mode})


async def _count_requests(database: Database) -> None:
    """Write down, every minute, how long requests took."""
    while True:
        await asyncio.sleep(_COUNT_SECONDS)
        with suppress(Refusal):
            await count_requests(database, LATENCIES.empty(), now=now())


async def _follow_switches(database: Database) -> None:
    """Take over, every few seconds, how the switches of all processes stand."""
    while True:
        await asyncio.sleep(_SWITCH_SECONDS)
        # A database that is away is told to whoever asks for something.
        with suppress(Refusal):
            async with database.as_system() as system:
                database.switches.share(await load_switches(system))


def _openapi(settings: Settings) -> OpenAPIConfig:
    cookie = f"{HOST_ONLY}{COOKIE}" if settings.secure else COOKIE
    return OpenAPIConfig(
        title="MetricGain",
        version=version("metricgain"),
        description=(
            "Plans, records and decides hypertrophy training. Weights are stored as"
            " entered, in kg or lb. Every write is safe to repeat."
        ),
        path="/api",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        components=Components(
            security_schemes={
                "token": SecurityScheme(type="http", scheme="bearer"),
                "session": SecurityScheme(
                    type="apiKey", name=cookie, security_scheme_in="cookie"
                ),
            }
        ),
        security=[{"token": []}, {"session": []}],
        use_handler_docstrings=True,
        operation_id_creator=_operation_id,
        create_examples=False,
    )


def _operation_id(
    handler: HTTPRouteHandler,
    _method: Method,
    _path: list[str | PathParameterDefinition],
) -> str:
    """Name an operation after its function: clients are generated from these names."""
    return handler.handler_name


def _end_with_parent() -> None:
    """Let this worker end when the process that started it is killed.

    Otherwise it would keep the port. It ends at once: what it has answered is stored,
    and whoever waits for an answer asks again.
    """
    parent = multiprocessing.parent_process()
    if parent is None or parent.pid is None:
        return
    # A forked worker starts with its parent's handlers, which only tell the parent.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Ctrl-C is for the parent, which then asks its workers to stop: a worker that is
    # asked twice hangs.
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    threading.Thread(target=_follow, args=(parent.pid,), daemon=True).start()


def _follow(parent_id: int) -> None:
    """End when the parent has: before the kernel was asked, or where it cannot be."""
    while os.getppid() == parent_id:
        time.sleep(_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGKILL)
