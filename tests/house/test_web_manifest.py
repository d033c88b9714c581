"""The web app's manifest: it names pictures that are there, as large as it says."""

import json
import struct
from pathlib import Path
from typing import Any, Final

PUBLIC: Final = Path(__file__).parents[2] / "web" / "public"
MANIFEST: Final[dict[str, Any]] = json.loads(
    (PUBLIC / "manifest.webmanifest").read_text("utf-8")
)
MOST_BYTES: Final = 60_000


def size_of(file: Path) -> str:
    """Return width and height of a PNG or WebP picture, as a manifest writes them."""
    data = file.read_bytes()
    if data.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", data[16:24])
    elif data[12:16] == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", data[26:30]))
    elif data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        assert data[12:16] == b"VP8X"
        width, height = (
            int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27)
        )
    return f"{width}x{height}"


def test_icons_and_screenshots_are_there_and_as_large_as_the_manifest_says() -> None:
    named = [*MANIFEST["icons"], *MANIFEST["screenshots"]]
    named += [icon for way in MANIFEST["shortcuts"] for icon in way["icons"]]
    drawn = [one for one in named if one["sizes"] != "any"]

    sizes = {one["src"]: size_of(PUBLIC / one["src"][1:]) for one in drawn}

    assert sizes == {one["src"]: one["sizes"] for one in drawn}
    assert all((PUBLIC / one["src"][1:]).is_file() for one in named)


def test_an_install_prompt_has_small_pictures_for_phones_and_desks() -> None:
    shown = MANIFEST["screenshots"]

    assert {one["form_factor"] for one in shown} == {"narrow", "wide"}
    for one in shown:
        file = PUBLIC / one["src"][1:]
        assert file.stat().st_size < MOST_BYTES, one["src"]
        width, height = map(int, one["sizes"].split("x"))
        assert min(width, height) >= 320
        assert max(width, height) <= 2.3 * min(width, height)
        assert one["label"]
