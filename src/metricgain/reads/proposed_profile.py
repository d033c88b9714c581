"""Wishes that were written as a text, as fields of a training profile to confirm."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from metricgain.engine.generator.profile import Profile
from metricgain.importers.catalogue_names import catalogue_resolver
from metricgain.integrations.language_model.asking import ModelChoice, Use, ask
from metricgain.integrations.language_model.wishes import ReadWishes, wishes_question


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedProfile:
    """A profile with the wishes of a text in it, to be confirmed before it is kept.

    `changed` names the fields that the text speaks of; `unclear` quotes what fits none.
    """

    profile: Profile
    changed: tuple[str, ...]
    unclear: tuple[str, ...]


async def proposed_profile(
    text: str, before: Profile, choice: ModelChoice, use: Use
) -> ProposedProfile:
    """Return a profile with the wishes of a text. Raises ModelFailedError."""
    return with_wishes(before, await ask(wishes_question(text), choice, use))


def with_wishes(before: Profile, wishes: ReadWishes) -> ProposedProfile:
    """Return a profile with wishes in it; what they do not speak of stays as it was.

    Exercises are added to those named before. One that is both liked and ruled out is
    ruled out. Names that mean no exercise are unclear.
    """
    liked, strange = _exercises(wishes.favourites)
    ruled_out, stranger = _exercises(wishes.banned)
    after = replace(
        before,
        goal=wishes.goal or before.goal,
        experience=wishes.experience or before.experience,
        place=wishes.place or before.place,
        weekdays=wishes.weekdays or before.weekdays,
        session_minutes=wishes.session_minutes or before.session_minutes,
        horizon_weeks=wishes.horizon_weeks or before.horizon_weeks,
        emphasis={**before.emphasis, **wishes.emphasis},
        injuries=before.injuries | wishes.injuries,
        favourites=(before.favourites | liked) - ruled_out,
        banned=(before.banned - liked) | ruled_out,
    )
    names = (
        *("goal", "experience", "place", "weekdays", "session_minutes"),
        *("horizon_weeks", "emphasis", "injuries", "favourites", "banned"),
    )
    return ProposedProfile(
        profile=after,
        changed=tuple(n for n in names if getattr(after, n) != getattr(before, n)),
        unclear=(*wishes.unclear, *strange, *stranger),
    )


def _exercises(names: Iterable[str]) -> tuple[frozenset[int], tuple[str, ...]]:
    found = {name: catalogue_resolver().resolve(name).exercise_id for name in names}
    return (
        frozenset(one for one in found.values() if one is not None),
        tuple(name for name, one in found.items() if one is None),
    )
