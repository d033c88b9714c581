"""How the answers about a muscle group go together with next week's sets."""

from dataclasses import dataclass

from metricgain.store.database import Transaction
from metricgain.store.feedback_correlation import answers_with_next_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackCorrelation:
    """One combination of answers and the sets of the muscle group a week later.

    The answers are 0 to 3, or None where nothing was answered. `occurrences` counts
    how often they were given together within mesocycles, `followed` how many of those
    had a next week that was trained, and `next_sets` the working sets of the muscle
    group in all those next weeks.
    """

    muscle_group: str
    soreness: int | None
    pump: int | None
    challenge: int | None
    occurrences: int
    followed: int
    next_sets: int

    @property
    def average_next_sets(self) -> float:
        """Sets in the next week; none where no week followed (requirement 2)."""
        return self.next_sets / self.occurrences

    @property
    def average_when_followed(self) -> float | None:
        """Sets in the next week where there was one, or None if there never was."""
        return self.next_sets / self.followed if self.followed else None


async def feedback_correlation(user: Transaction) -> tuple[FeedbackCorrelation, ...]:
    """Return every combination of answers of the bound user, by muscle group."""
    return tuple(
        FeedbackCorrelation(
            muscle_group=row["muscle_group"],
            soreness=row["soreness_level"],
            pump=row["pump_level"],
            challenge=row["challenge_level"],
            occurrences=row["occurrences"],
            followed=row["followed"],
            next_sets=row["next_sets"],
        )
        for row in await answers_with_next_sets(user)
    )
