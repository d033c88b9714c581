"""Archives are opened within limits, and hold one history."""

import io
import zipfile

import pytest

from imported_file import FILES, read_file
from metricgain.importers import archives, opening
from metricgain.importers.values import UnreadableFileError

STRONG = (FILES / "strong_2016_lb.csv").read_bytes()
HEVY = (FILES / "hevy_uk.csv").read_bytes()


def archive(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as target:
        for name, content in files:
            target.writestr(name, content)
    return packed.getvalue()


def test_the_history_in_an_archive_is_read_and_named() -> None:
    alone, _ = read_file(STRONG)

    report, workouts = read_file(
        archive(
            ("__MACOSX/._strong.csv", b"\0\5\x16\7"),
            ("../../etc/strong.csv", STRONG),
            ("readme.txt", b"hello"),
        )
    )

    assert report.totals == alone.totals
    assert report.file_name == "history (../../etc/strong.csv)"
    assert len(workouts) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            archive(("a.csv", STRONG), ("b.csv", HEVY)), "2 histories", id="2"
        ),
        pytest.param(archive(("readme.txt", b"hello")), "readme.txt", id="none"),
        pytest.param(archive(), "no files", id="empty"),
        pytest.param(
            archive(("[Content_Types].xml", b"<x/>")), "workbook", id="a workbook"
        ),
        pytest.param(
            archive(("a.csv", STRONG))[:-30], "cannot be opened", id="cut off"
        ),
        pytest.param(b"PK\3\4" + b"\0" * 100, "cannot be opened", id="no archive"),
        pytest.param(
            archive(*((f"{n}.csv", b"x") for n in range(201))), "201 members", id="many"
        ),
        pytest.param(
            archive(("a.csv", STRONG + b"\n" * 8_000_000)), "far more", id="a bomb"
        ),
        pytest.param(b"\x1f\x8b\x08\0" + b"\0" * 50, "compressed", id="gzip"),
    ],
)
def test_an_archive_without_one_history_is_refused(
    content: bytes, message: str
) -> None:
    with pytest.raises(UnreadableFileError, match=message) as refused:
        read_file(content)

    assert refused.value.remedy


def test_an_archive_takes_no_more_than_the_room_it_is_given() -> None:
    packed = io.BytesIO(archive(("a.csv", STRONG), packing=zipfile.ZIP_STORED))

    with pytest.raises(UnreadableFileError, match="far more"):
        archives.open_member(packed, "a.csv", room=100)


def test_a_file_of_more_lines_than_a_lifetime_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "MOST_LINES", 3)

    with pytest.raises(UnreadableFileError, match="3 lines"):
        read_file(STRONG)
