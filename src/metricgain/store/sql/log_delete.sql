-- Delete a log with all that is in it, leave a tombstone, and schedule its planned
-- workout again. Uses workout_logs_pkey, workout_instances_pkey, deleted_rows_pkey.
-- Called by store/logs.py.
WITH scheduled AS (
    UPDATE workout_instances SET status = 'scheduled', revision = $4
    WHERE user_id = $1 AND id = $2::uuid
), tombstone AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    VALUES ($1, 'workout_logs', $2::uuid::text, $3, $4)
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
DELETE FROM workout_logs WHERE user_id = $1 AND id = $2::uuid
