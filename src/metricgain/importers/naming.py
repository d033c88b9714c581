"""Gives every name of a file its exercise, once, and remembers why."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from metricgain.importers.custom import CustomExercise, custom_exercise
from metricgain.importers.evidence import NOTHING, Evidence
from metricgain.importers.names import Candidate, Resolver
from metricgain.importers.words import fold

LinkOutcome = Literal["linked", "asked", "custom", "confirmed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The exercise under which the sets of a name are kept; `score` is 0 to 100.

    `asked` and `custom` names are kept under a custom exercise, `linked` ones under
    the exercise they mean, `confirmed` ones under what the lifter chose.
    """

    raw_name: str
    exercise_id: int
    exercise_name: str
    outcome: LinkOutcome
    score: int
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChoice:
    """What the lifter wants of a name that was never imported before.

    `link` it to the exercise that is named, keep it as a `custom` one, or `skip` its
    sets.
    """

    raw_name: str
    kind: Literal["link", "custom", "skip"]
    exercise_id: int = 0
    exercise_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSets:
    """A name, its link, and how many sets of the file it brings.

    `is_new` tells that the name was never imported before.
    """

    link: Link
    sets: int
    is_new: bool


class Naming:
    """The links of one app's names: those that are known, and those made now.

    `draw_id` gives the id of a new custom exercise by its name. `choices` are what the
    lifter said of names.
    """

    def __init__(
        self,
        app: str,
        *,
        resolver: Resolver,
        known: Mapping[str, Link],
        draw_id: Callable[[str], int],
        choices: Iterable[NameChoice] = (),
    ) -> None:
        self._app = app
        self._resolver = resolver
        self._links = dict(known)
        self._draw_id = draw_id
        self._choices = {one.raw_name: one for one in choices}
        self._made: dict[str, Link] = {}
        self._own: dict[str, int] = {}
        self._waiting_links: list[Link] = []
        self._waiting_exercises: list[tuple[int, CustomExercise]] = []
        self._sets: Counter[str] = Counter()

    def exercise_id(self, raw: str, evidence: Evidence = NOTHING) -> int:
        """Return the exercise of one more set with this name.

        `evidence` is what the file says of this set; that of the first one counts.
        """
        self._sets[raw] += 1
        link = self._links.get(raw)
        if link is None:
            link = self._links[raw] = self._made[raw] = self._link(raw, evidence)
            self._waiting_links.append(link)
        return link.exercise_id

    def is_skipped(self, raw: str) -> bool:
        """Tell whether the lifter wants no sets of this name."""
        choice = self._choices.get(raw)
        return choice is not None and choice.kind == "skip"

    @property
    def made_names(self) -> tuple[str, ...]:
        """The names that got their link here."""
        return tuple(self._made)

    @property
    def made_exercises(self) -> tuple[int, ...]:
        """The custom exercises that were made here."""
        return tuple(self._own.values())

    def take_new(self) -> tuple[list[tuple[int, CustomExercise]], list[Link]]:
        """Return what was made since this was last asked: exercises and links."""
        made = self._waiting_exercises, self._waiting_links
        self._waiting_exercises, self._waiting_links = [], []
        return made

    def report(self) -> tuple[NamedSets, ...]:
        """Return all names that were met, those with the most sets first."""
        return tuple(
            NamedSets(link=self._links[raw], sets=count, is_new=raw in self._made)
            for raw, count in sorted(
                self._sets.items(), key=lambda item: (-item[1], item[0])
            )
        )

    def _link(self, raw: str, evidence: Evidence) -> Link:
        found = self._resolver.resolve(raw, self._app, evidence)
        choice = self._choices.get(raw)
        if choice is not None and choice.kind == "link":
            return Link(
                raw_name=raw,
                exercise_id=choice.exercise_id,
                exercise_name=choice.exercise_name,
                outcome="confirmed",
                score=100,
                candidates=found.candidates,
            )
        if (
            choice is None
            and found.outcome == "linked"
            and found.exercise_id is not None
        ):
            return Link(
                raw_name=raw,
                exercise_id=found.exercise_id,
                exercise_name=found.candidates[0].name,
                outcome="linked",
                score=found.score,
                candidates=found.candidates,
            )
        return Link(
            raw_name=raw,
            exercise_id=self._own_exercise(raw),
            exercise_name=raw,
            outcome="asked" if not choice and found.outcome == "ask" else "custom",
            score=found.score,
            candidates=found.candidates,
        )

    def _own_exercise(self, raw: str) -> int:
        """Return the custom exercise of a name; two spellings of it share one."""
        spelling = fold(raw) or raw
        if spelling not in self._own:
            made = self._own[spelling] = self._draw_id(spelling)
            self._waiting_exercises.append((made, custom_exercise(raw)))
        return self._own[spelling]
