-- End a block: what is still ahead of it is skipped. Uses mesocycles_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key.
-- Called by store/editing.py.
WITH left_over AS (
    UPDATE workout_instances SET status = 'skipped', revision = $4
    WHERE user_id = $1 AND mesocycle_id = $2 AND status = 'scheduled'
)
UPDATE mesocycles
SET status = 'completed', completed_at = $3, ended_early = true, revision = $4
WHERE user_id = $1 AND id = $2
