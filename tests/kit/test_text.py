import pytest

from metricgain.kit.errors import Invalid
from metricgain.kit.text import checked_email, checked_password, one_line
from metricgain.kit.timezones import checked_timezone, timezones


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param(" Sam@Example.ORG\n", "sam@example.org", id="spaces and case"),
        pytest.param("a+b@gym", "a+b@gym", id="a host of one's own network"),
        pytest.param("zoe\u0308@example.org", "zo\u00eb@example.org", id="accents"),
    ],
)
def test_an_email_address_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert checked_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sam",
        "@example.org",
        "sam@",
        "a@b@c",
        "a b@example.org",
        "a@exa mple.org",
        "a@example..org",
        "a\u0007@example.org",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 254}",
    ],
)
def test_what_is_no_email_address_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        checked_email(typed)

    assert refusal.value.field == "email"


@pytest.mark.parametrize(
    ("length", "accepted"), [(9, False), (10, True), (1024, True), (1025, False)]
)
def test_passwords_have_bounds(length: int, *, accepted: bool) -> None:
    password = " " * length

    if accepted:
        assert checked_password(password) == password
    else:
        with pytest.raises(Invalid):
            checked_password(password)


@pytest.mark.parametrize(
    "typed", ["", "  ", "a\nb", "a\u0000b", "a\u0085b", "a\u2028b", "x" * 256]
)
def test_a_name_is_one_line_of_bounded_length(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        one_line(typed, field="fullName")

    assert refusal.value.field == "fullName"


def test_a_name_keeps_its_letters_and_loses_the_spaces_around() -> None:
    assert one_line("  Zoë  O'Neil ", field="fullName") == "Zoë  O'Neil"


def test_time_zones_are_those_of_the_world() -> None:
    assert checked_timezone("America/Argentina/Buenos_Aires")
    assert "UTC" in timezones()
    for name in ("", "Factory", "localtime", "../etc/passwd", "europe/berlin"):
        with pytest.raises(Invalid):
            checked_timezone(name)
