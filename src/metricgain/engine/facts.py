"""What one finished session tells about one muscle: everything a decision needs."""

from dataclasses import dataclass
from typing import Final

from metricgain.engine.muscles import Trained

ENGINE_VERSION: Final = "1"
SCORES: Final = range(4)
BLOCK_WEEKS: Final = range(3, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The next planned session that trains the muscle, in the same block."""

    week_number: int
    is_deload: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleFacts:
    """The facts of one muscle after a finished session; None is "not answered".

    Weeks count from 1. Soreness, performance, pump, challenge and joint pain
    are 0 to 3 in the meaning of docs/engine/progression.md; joint pain is the
    worst of the muscle's exercises. `consecutive_misses` counts the sessions in
    a row with performance 3, today's included. `readiness` is that of the morning,
    None if it is not known or not used. Raises ValueError naming the
    field when a value is out of range or the next session lies in the past.
    """

    muscle: Trained
    week_number: int
    weeks: int
    next_session: NextSession | None
    has_previous: bool
    performance: int | None = None
    soreness: int | None = None
    pump: int | None = None
    challenge: int | None = None
    joint_pain: int | None = None
    consecutive_misses: int = 0
    this_is_deload: bool = False
    this_is_recovery: bool = False
    strict_gate: bool = False
    readiness: float | None = None

    def __post_init__(self) -> None:
        if self.weeks not in BLOCK_WEEKS:
            raise ValueError("weeks: a block has 3 to 7 weeks")
        if not 1 <= self.week_number <= self.weeks:
            raise ValueError("week_number: from 1 to the number of weeks")
        if self.consecutive_misses < 0:
            raise ValueError("consecutive_misses: 0 or more")
        if self.next_session and self.next_session.week_number < self.week_number:
            raise ValueError("next_session: not before this session")
        self._check_scores()

    def _check_scores(self) -> None:
        for field in ("performance", "soreness", "pump", "challenge", "joint_pain"):
            score = getattr(self, field)
            if score is not None and score not in SCORES:
                raise ValueError(f"{field}: 0, 1, 2 or 3")
