"""Exports: everything one owns, and every set as other programs read it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Annotated, Any, BinaryIO, Final, Literal, TypeAlias, cast

from litestar import Request
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter
from litestar.response import Stream

from metricgain.api.routes import keep, read
from metricgain.api.session import Asker, Requester
from metricgain.kit.clock import now
from metricgain.kit.export_folder import write_parts
from metricgain.reads.exported_history import exported_history, history_as_parquet
from metricgain.reads.full_export import full_export
from metricgain.store.audit import note_event
from metricgain.store.export_schema import export_schema

SetsFormat: TypeAlias = Literal["csv", "strong", "hevy", "openweight", "parquet"]

_IN_MEMORY: Final = 4 * 1024 * 1024
_BLOCK: Final = 256 * 1024
_JSON: Final = "application/json"
_TYPES: Final = {
    "csv": ("text/csv", "csv"),
    "strong": ("text/csv", "csv"),
    "hevy": ("text/csv", "csv"),
    "openweight": ("application/json", "json"),
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "json": ("application/json", "json"),
    "zip": ("application/zip", "zip"),
}


class _Files(Operation):
    """Say in OpenAPI that the answer is a file of one of some types."""

    media_types: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        answered = (self.responses or {}).get("200")
        if isinstance(answered, OpenAPIResponse):
            # What JSON there is, the schema of the export says.
            answered.content = {
                each: OpenAPIMediaType(
                    schema=Schema()
                    if each == _JSON
                    else Schema(type=OpenAPIType.STRING)
                )
                for each in self.media_types
            }


@dataclass
class _FullOperation(_Files):
    media_types = ("application/json", "application/zip")


@dataclass
class _SetsOperation(_Files):
    media_types = ("text/csv", "application/json", "application/vnd.apache.parquet")


@read("/export", tags=["exports"], operation_class=_FullOperation, sent_as_is=True)
async def get_export(
    request: Request[Any, Any, Any],
    asker: Asker,
    format_: Annotated[
        Literal["json", "zip"] | None,
        QueryParameter(
            name="format", description="The format; left out, what Accept asks for."
        ),
    ] = None,
) -> Stream:
    """Return everything that one owns, as JSON that can be put back.

    It is of one moment, whatever is changed meanwhile. `GET /api/v1/export/schema` says
    what is in it. As `zip` it is a tenth as large.
    """
    accepted = request.headers.get("accept", "")
    chosen = format_ or ("zip" if "application/zip" in accepted else "json")
    file = _file()
    async with asker.reading() as tx:
        parts = full_export(tx, now=now())
        await write_parts(parts, file, packed=chosen == "zip")
    await _note(asker, chosen)
    return _sent(file, name="metricgain", format_=chosen)


@keep("/export/schema", tags=["exports"])
async def get_export_schema(asker: Asker) -> dict[str, Any]:  # noqa: ARG001 - for who is signed in
    """Return the JSON Schema of the full export."""
    return export_schema()


@read("/export/sets", tags=["exports"], operation_class=_SetsOperation)
async def get_exported_sets(
    asker: Asker,
    format_: Annotated[
        SetsFormat,
        QueryParameter(
            name="format",
            description="A table of our own, or what Strong, Hevy or openweight write.",
        ),
    ] = "csv",
    unit: Annotated[
        Literal["kg", "lb"] | None,
        QueryParameter(
            description="For `strong` and `hevy`, which have one; else one's own."
        ),
    ] = None,
) -> Stream:
    """Return every set, oldest first, as other programs read it.

    Text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    file = _file()
    async with asker.reading() as tx:
        if format_ == "parquet":
            await history_as_parquet(tx, file)
        else:
            texts = exported_history(tx, format_, unit=unit)
            async for text in texts:
                file.write(text.encode())
    await _note(asker, format_)
    return _sent(file, name=f"metricgain-sets-{format_}", format_=format_)


async def _note(asker: Requester, format_: str) -> None:
    """Note the export apart: what is exported is of one moment and only read."""
    async with asker.reading() as tx:
        await note_event(tx, asker.user_id, "exported", now=now(), subject=format_)


def _file() -> BinaryIO:
    """Return a file in memory, or on the disk once it is large.

    An export is written before it is sent: a slow reader then holds no connection to
    the database, and what goes wrong has a status of its own.
    """
    # Closed when it is sent.
    return cast("BinaryIO", SpooledTemporaryFile(_IN_MEMORY))


def _sent(file: BinaryIO, *, name: str, format_: str) -> Stream:
    media_type, ending = _TYPES[format_]
    named = f"{name}-{now():%Y-%m-%d}.{ending}"
    return Stream(
        _blocks(file),
        media_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{named}"',
            "Cache-Control": "no-store",
            "Vary": "Accept",
        },
    )


async def _blocks(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


ROUTES = [get_export, get_export_schema, get_exported_sets]
