-- Drop the weeks of a block after the last one, with tombstones for their workouts.
-- Uses microcycles_user_id_mesocycle_id_week_number_key,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, deleted_rows_pkey.
-- Called by store/mesocycles.py.
WITH tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT i.user_id, 'workout_instances', i.id::text, $4::timestamptz, $5::bigint
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.mesocycle_id = $2 AND i.week_number > $3
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
DELETE FROM microcycles
WHERE user_id = $1 AND mesocycle_id = $2 AND week_number > $3
