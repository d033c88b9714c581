"""A file as the body of a request, or as a part of a form."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, Final, cast

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.exceptions import HTTPException
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType

from metricgain.kit.errors import Invalid

LARGEST_FILE: Final = 64 * 1024 * 1024
_IN_MEMORY: Final = 1024 * 1024
_MULTIPART: Final = "multipart/form-data"
_RAW: Final = (
    *("text/csv", "text/plain", "application/octet-stream", "application/zip"),
    *("application/vnd.sqlite3", "application/x-sqlite3"),
)


@dataclass
class FileOperation(Operation):
    """Say in OpenAPI that the body is a file, raw or as a part of a form."""

    def __post_init__(self) -> None:
        csv = Schema(
            type=OpenAPIType.STRING,
            description="The file as the other app exported it.",
        )
        form = Schema(
            type=OpenAPIType.OBJECT,
            properties={
                "file": Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
            },
            required=["file"],
        )
        self.request_body = RequestBody(
            required=True,
            content={
                "text/csv": OpenAPIMediaType(schema=csv),
                "application/octet-stream": OpenAPIMediaType(schema=csv),
                _MULTIPART: OpenAPIMediaType(schema=form),
            },
        )


@asynccontextmanager
async def sent_file(
    request: Request[Any, Any, Any], file_name: str
) -> AsyncIterator[tuple[BinaryIO, str]]:
    """Receive the file of a request into memory, or onto the disk if it is large."""
    kind = request.content_type[0]
    if kind == _MULTIPART:
        form = await request.form()
        part = form.get("file")
        if not isinstance(part, UploadFile):
            raise Invalid("must be a part of the form", field="file")
        try:
            yield cast("BinaryIO", part.file), part.filename
        finally:
            await part.close()
        return
    if kind not in _RAW:
        raise HTTPException(
            status_code=415,
            detail="Send the file as text/csv or as a part of a form.",
        )
    with SpooledTemporaryFile(_IN_MEMORY) as spooled:
        async for block in request.stream():
            spooled.write(block)
        yield cast("BinaryIO", spooled), file_name
