"""The words of a source, packed: short texts that have most of their bytes in common.

They are packed with Zstandard and a dictionary of what all of them share, which
`python -m bench whoop --train` makes from payloads that are made up. A dictionary that
was used stays in the package for good: what it packed names it by its number.
"""

from functools import cache
from importlib.resources import files
from typing import Final

import zstandard

_NEWEST: Final = 1
_LEVEL: Final = 19
_LARGEST: Final = 1024 * 1024


def pack(payload: bytes) -> bytes:
    """Return a payload packed, usually to a fifth."""
    return _packer().compress(payload)


def unpack(packed: bytes) -> bytes:
    """Return what was packed, to the byte."""
    number = zstandard.get_frame_parameters(packed).dict_id
    return _unpacker(number).decompress(packed, max_output_size=_LARGEST)


@cache
def _packer() -> zstandard.ZstdCompressor:
    shared = _dictionary(_NEWEST)
    shared.precompute_compress(level=_LEVEL)
    # Neither length nor checksum: the row knows its length, the page its checksum.
    return zstandard.ZstdCompressor(
        level=_LEVEL, dict_data=shared, write_content_size=False
    )


@cache
def _unpacker(number: int) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=_dictionary(number))


@cache
def _dictionary(number: int) -> zstandard.ZstdCompressionDict:
    held = files("metricgain.store") / "dictionaries" / f"whoop-{number}.zdict"
    return zstandard.ZstdCompressionDict(held.read_bytes())
