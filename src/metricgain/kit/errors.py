"""The kinds of refusal. What raises one names it more closely by subclassing.

`field` is the name of what was wrong as the caller wrote it, `rule` the rule it
broke in a whole sentence, `remedy` what to do about it. The HTTP status of each
kind is written in api/errors.py and nowhere else.
"""


class Refusal(Exception):
    """Something was asked for that cannot be done; nothing was changed."""

    def __init__(self, rule: str, *, field: str = "", remedy: str = "") -> None:
        super().__init__(f"{field}: {rule}" if field else rule)
        self.rule = rule
        self.field = field
        self.remedy = remedy


class Invalid(Refusal):
    """A value breaks a rule."""


class NotFound(Refusal):
    """What was named does not exist, or belongs to somebody else."""


class Conflict(Refusal):
    """The present state does not allow this."""


class TooLarge(Refusal):
    """More was sent at once than is taken."""


class Outdated(Refusal):
    """The program that asks is older than what is still understood."""


class NotInstalled(Refusal):
    """An optional part of the program is needed that is not there."""


class NotSignedIn(Refusal):
    """Nobody is signed in."""


class NotAllowed(Refusal):
    """Whoever is signed in may not do this."""


class TooMany(Refusal):
    """The same was tried too often in a short time."""

    def __init__(self, rule: str, *, retry_after: int, field: str = "") -> None:
        super().__init__(rule, field=field, remedy=f"Wait {retry_after} seconds.")
        self.retry_after = retry_after
