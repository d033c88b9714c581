"""Traces for OpenTelemetry, where the extra `telemetry` is installed and asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol, cast

from metricgain.kit.extras import extra

_FIELD: Final = "METRICGAIN_TELEMETRY"


class Span(Protocol):
    """What is timed; it takes facts along."""

    def set_attribute(self, key: str, value: str | int) -> None:
        """Note a fact."""


class _Nothing:
    def set_attribute(self, key: str, value: str | int) -> None:
        """Note nothing: nobody asked."""


@dataclass(slots=True)
class _Tracing:
    # OpenTelemetry is an extra, so its types cannot be named here.
    tracer: Any = None
    provider: Any = None


_TRACING: Final = _Tracing()
_NOTHING: Final = _Nothing()


def trace_to(endpoint: str, *, version: str) -> None:
    """Send traces to an OTLP endpoint over HTTP. Raises NotInstalled."""
    otlp = extra(
        "opentelemetry.exporter.otlp.proto.http.trace_exporter",
        group="telemetry",
        field=_FIELD,
    )
    export = extra("opentelemetry.sdk.trace.export", group="telemetry", field=_FIELD)
    exporter = otlp.OTLPSpanExporter(endpoint=endpoint)
    trace_by(export.BatchSpanProcessor(exporter), version=version)


def trace_by(processor: object, *, version: str) -> None:
    """Hand spans to a processor of OpenTelemetry. Raises NotInstalled."""
    sdk = extra("opentelemetry.sdk.trace", group="telemetry", field=_FIELD)
    resources = extra("opentelemetry.sdk.resources", group="telemetry", field=_FIELD)
    provider = sdk.TracerProvider(
        resource=resources.Resource.create(
            {"service.name": "metricgain", "service.version": version}
        )
    )
    provider.add_span_processor(processor)
    _TRACING.provider = provider
    _TRACING.tracer = provider.get_tracer("metricgain")


def end_tracing() -> None:
    """Send what is left, and trace no more."""
    if _TRACING.provider is not None:
        _TRACING.provider.shutdown()
    _TRACING.provider = _TRACING.tracer = None


def is_tracing() -> bool:
    """Tell whether anybody wants to know."""
    return _TRACING.tracer is not None


@contextmanager
def span(name: str) -> Iterator[Span]:
    """Trace the block as a part of what surrounds it. It costs nothing when off."""
    if _TRACING.tracer is None:
        yield _NOTHING
        return
    # A refusal carries what the user wrote: the span notes only that there was one.
    with _TRACING.tracer.start_as_current_span(
        name, record_exception=False, set_status_on_exception=False
    ) as begun:
        yield cast("Span", begun)
