"""Exercises and templates: load the catalogue into a database."""

from collections.abc import Sequence

from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import CatalogueExercise, CatalogueTemplate
from metricgain.store.database import Transaction, sql
from metricgain.store.statistics.history import load_facts
from metricgain.store.statistics.rebuild import mark_exercises


async def load_catalogue(
    system: Transaction,
    *,
    version: str,
    exercises: Sequence[CatalogueExercise],
    templates: Sequence[CatalogueTemplate],
) -> bool:
    """Bring the system rows to a version of the catalogue; return whether they changed.

    Custom exercises and users' templates are never touched. An exercise that the
    catalogue has dropped stays for its history and is marked as retired. Statistics
    with an exercise that counts otherwise now are marked to be computed anew.
    """
    if await system.value(sql("catalogue_version")) == version:
        return False
    # Processes that start together take turns; the later one finds it done.
    await system.run(sql("catalogue_turn"))
    if await system.value(sql("catalogue_version")) == version:
        return False
    before = await load_facts(system, 0)
    # A name may pass from one exercise to another, so old names make way first.
    await system.run(sql("catalogue_names_clear"), [e.id for e in exercises])
    await system.run_many(
        sql("catalogue_exercise_save"), [_exercise_values(e) for e in exercises]
    )
    await system.run(sql("catalogue_muscles_clear"))
    await system.run_many(
        sql("catalogue_muscle_save"),
        [
            (exercise.id, muscle, share)
            for exercise in exercises
            for muscle, share in exercise.muscles.items()
        ],
    )
    await system.run(sql("catalogue_aliases_clear"))
    await system.run_many(
        sql("catalogue_alias_save"),
        [
            (normalise(name), name, exercise.id)
            for exercise in exercises
            for name in (exercise.name, *exercise.aliases)
        ],
    )
    await system.run(sql("catalogue_templates_clear"), [t.id for t in templates])
    await system.run_many(
        sql("catalogue_template_save"),
        [(t.id, t.name, t.description, t.config, list(t.tags)) for t in templates],
    )
    await system.run(sql("catalogue_version_save"), version)
    after = await load_facts(system, 0)
    changed = [one for one, facts in before.items() if facts != after[one]]
    if changed:
        await mark_exercises(system, changed)
    return True


def _exercise_values(exercise: CatalogueExercise) -> tuple[object, ...]:
    return (
        exercise.id,
        exercise.name,
        exercise.description,
        exercise.muscle_group,
        exercise.exercise_type,
        exercise.equipment,
        exercise.movement_pattern,
        exercise.load_kind,
        exercise.body_weight_factor,
        exercise.per_side,
        exercise.unilateral,
        exercise.rep_min,
        exercise.rep_max,
        exercise.is_compound,
        exercise.traps_lifter,
        exercise.is_timed,
        exercise.skill_level,
        list(exercise.joints),
    )
