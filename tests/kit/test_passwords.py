import time

import pytest

from metricgain.kit.errors import Invalid
from metricgain.kit.passwords import (
    hash_new_password,
    hash_password,
    is_outdated,
    is_password,
)


async def test_a_password_matches_its_own_hash_only() -> None:
    stored = await hash_password("three plates a side")

    assert await is_password("three plates a side", stored)
    assert not await is_password("Three plates a side", stored)
    assert not is_outdated(stored)


async def test_the_same_password_is_hashed_with_another_salt_each_time() -> None:
    assert await hash_password("three plates") != await hash_password("three plates")


async def test_accents_count_the_same_however_a_keyboard_sends_them() -> None:
    stored = await hash_password("zo\u00eb lifts a lot")

    assert await is_password("zoe\u0308 lifts a lot", stored)


async def test_no_password_belongs_to_nobody_or_to_what_is_no_hash() -> None:
    assert not await is_password("", None)
    assert not await is_password("anything", None)
    assert not await is_password("none", "none")


async def test_checking_against_nobody_takes_as_long_as_checking_a_hash() -> None:
    stored = await hash_password("three plates a side")

    async def seconds(against: str | None) -> float:
        start = time.perf_counter()
        await is_password("another password", against)
        return time.perf_counter() - start

    nobody = min([await seconds(None) for _ in range(3)])
    somebody = min([await seconds(stored) for _ in range(3)])
    assert 0.4 < nobody / somebody < 2.5


@pytest.mark.parametrize(
    "password",
    [
        "1234567890",
        "qwertyuiop",
        "password12",
        "P@ssw0rd12",
        "iloveyou12",
        "trustno1trustno1",
        "31.12.1999",
        "metricgain1",
        "ann.marie99",
        "Lindqvist1",
    ],
)
async def test_what_is_guessed_soon_is_refused(password: str) -> None:
    with pytest.raises(Invalid) as refusal:
        await hash_new_password(
            password, about=("ann.marie@example.org", "Ann Lindqvist"), field="new"
        )

    assert (refusal.value.field, refusal.value.rule) == (
        "new",
        "is one of the first that are guessed",
    )


@pytest.mark.parametrize(
    "password", ["three plates a side", "squat like it is 200 kg", "ab" * 40]
)
async def test_what_is_hard_to_guess_is_hashed(password: str) -> None:
    stored = await hash_new_password(password, about=("a@example.org", None))

    assert await is_password(password, stored)
