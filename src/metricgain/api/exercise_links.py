"""Exercise links: which exercise each name of another app stands for."""

from typing import Annotated, Literal, cast

import msgspec
from litestar.params import JSONBody, QueryParameter
from msgspec import Meta

from metricgain.actions.relink_exercise import relink_exercise
from metricgain.api.routes import read, replace
from metricgain.api.session import Asker
from metricgain.importers.naming import LinkOutcome
from metricgain.store.exercise_links import ExerciseLink, load_links

App = Literal[
    "strong",
    "hevy",
    "csv",
    "fitbod",
    "fitnotes",
    "gymbook",
    "jefit",
    "liftosaur",
    "openweight",
    "stronglifts",
]


class LinkBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A name that was imported, and the exercise that the lifter means by it.

    Without one, it gets an exercise of the lifter's own that is called like it.
    """

    app: App
    raw_name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=255,
            pattern=r"^[^\x00-\x1f\x7f]*$",
            examples=["Bench Press (Barbell)"],
        ),
    ]
    exercise_id: Annotated[int, Meta(ge=1, le=2**53 - 1, examples=[1])] | None = None


class LinkShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A name and its exercise: found for certain, asked about, custom, or confirmed."""

    app: str
    raw_name: str
    exercise_id: int
    exercise_name: str
    outcome: LinkOutcome
    score: int


class LinkList(msgspec.Struct, kw_only=True, rename="camel"):
    """All names that were ever imported."""

    links: list[LinkShape]


class RelinkedShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The link as it is now, and how many sets moved with it."""

    link: LinkShape
    sets_moved: int


@read("/exercise-links", tags=["imports"])
async def get_exercise_links(
    asker: Asker,
    app: Annotated[
        App | None, QueryParameter(description="Only names of this app.")
    ] = None,
) -> LinkList:
    """List the names that other apps used, and what they stand for."""
    async with asker.reading() as tx:
        links = await load_links(tx, app)
    return LinkList(links=[_shape(link) for link in links])


@replace("/exercise-links", tags=["imports"])
async def put_exercise_link(data: JSONBody[LinkBody], asker: Asker) -> RelinkedShape:
    """Let a name stand for another exercise, and move its imported sets there.

    Other spellings of the name go along. What came under other names that stand for the
    same exercise stays there, so that names that were merged can be split again. Later
    imports use the same exercise.
    """
    async with asker.changing() as change:
        done = await relink_exercise(
            change, app=data.app, raw_name=data.raw_name, exercise_id=data.exercise_id
        )
    return RelinkedShape(link=_shape(done.link), sets_moved=done.sets_moved)


def _shape(link: ExerciseLink) -> LinkShape:
    return LinkShape(
        app=link.app,
        raw_name=link.raw_name,
        exercise_id=link.exercise_id,
        exercise_name=link.exercise_name,
        outcome=cast("LinkOutcome", link.outcome),
        score=link.score,
    )


ROUTES = [get_exercise_links, put_exercise_link]
