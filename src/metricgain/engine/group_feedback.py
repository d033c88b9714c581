"""The answer of a muscle group from the answers of its muscles."""

from collections.abc import Iterable


def group_soreness(answers: Iterable[int | None]) -> int | None:
    """Return the worst soreness of 0 to 3 that was answered, None if none was."""
    return max((answer for answer in answers if answer is not None), default=None)


def group_challenge(answers: Iterable[int | None]) -> int | None:
    """Return the highest challenge of 0 to 3 that was answered, None if none was."""
    return max((answer for answer in answers if answer is not None), default=None)


def group_pump(answers: Iterable[int | None]) -> int | None:
    """Return the lowest pump of 0 to 3 that was answered, None if none was."""
    return min((answer for answer in answers if answer is not None), default=None)
