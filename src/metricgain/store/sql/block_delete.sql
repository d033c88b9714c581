-- Delete a block with all that was planned and logged in it, leaving tombstones. Blocks
-- that were copied from it forget their parent, soreness elsewhere what it was about.
-- On which days were its logs?
-- Uses mesocycles_pkey, workout_logs_user_id_mesocycle_id_week_number_ix,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, deleted_rows_pkey.
-- Called by store/editing.py.
WITH logs AS (
    SELECT l.id, l.local_date FROM workout_logs l WHERE l.user_id = $1 AND l.mesocycle_id = $2
), gone AS (
    SELECT 'mesocycles' AS kind, $2::uuid AS id
    UNION ALL
    SELECT 'workout_logs', logs.id FROM logs
    UNION ALL
    SELECT 'workout_instances', i.id FROM workout_instances i
    WHERE i.user_id = $1 AND i.mesocycle_id = $2
), tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT $1, gone.kind, gone.id::text, $3::timestamptz, $4::bigint FROM gone
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
), orphans AS (
    UPDATE mesocycles SET parent_mesocycle_id = NULL, revision = $4
    WHERE user_id = $1 AND parent_mesocycle_id = $2 AND id <> $2
), about AS (
    UPDATE muscle_group_feedback SET about_log_id = NULL
    WHERE user_id = $1 AND about_log_id IN (SELECT logs.id FROM logs)
      AND workout_log_id NOT IN (SELECT logs.id FROM logs)
    RETURNING workout_log_id
), touched AS (
    UPDATE workout_logs SET revision = $4
    WHERE user_id = $1 AND id IN (SELECT about.workout_log_id FROM about)
)
DELETE FROM mesocycles WHERE user_id = $1 AND id = $2
RETURNING ARRAY(SELECT DISTINCT logs.local_date FROM logs) AS were_on
