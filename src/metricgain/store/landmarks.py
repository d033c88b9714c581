"""A lifter's own landmarks: load, save and reset."""

from collections.abc import Mapping

from metricgain.engine.landmarks import Landmark
from metricgain.engine.muscles import Muscle
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


async def own_landmarks(tx: Transaction) -> Mapping[Muscle, Landmark]:
    """Return the landmarks that the user has set, in sets per week."""
    rows = await tx.rows(sql("landmarks_own"), tx.user_id)
    return {
        Muscle(row["muscle"]): Landmark(
            maintenance=row["maintenance"],
            mev=row["mev"],
            target=row["target"],
            mrv_at_2=row["mrv"],
        )
        for row in rows
    }


async def store_landmark(change: Change, muscle: Muscle, landmark: Landmark) -> bool:
    """Save landmarks; return False if a reset that was made later stands."""
    saved = await change.tx.run(
        sql("landmark_save"),
        change.user_id,
        muscle,
        landmark.maintenance,
        landmark.mev,
        landmark.target,
        landmark.mrv_at_2,
        change.revision,
        change.made_at,
        change.now,
    )
    if saved:
        await change.tx.run(sql("landmark_unbury"), change.user_id, muscle)
    return saved > 0


async def remove_landmark(change: Change, muscle: Muscle) -> bool:
    """Delete landmarks and leave a mark for other devices; False if there are none."""
    removed = await change.tx.run(sql("landmark_delete"), change.user_id, muscle)
    if removed:
        await change.tx.run(
            sql("landmark_bury"),
            change.user_id,
            muscle,
            change.made_at,
            change.revision,
        )
    return removed > 0
