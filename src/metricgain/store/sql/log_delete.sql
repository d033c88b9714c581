-- Delete a log with all that is in it, leave a tombstone, and let its planned workout
-- wait again, unless another block runs by now. Which block does it wait in, and on
-- which day was the log?
-- Uses workout_logs_pkey, workout_instances_pkey, deleted_rows_pkey,
-- mesocycles_one_active_ix. Called by store/logs.py.
WITH gone AS (
    DELETE FROM workout_logs WHERE user_id = $1 AND id = $2::uuid
    RETURNING local_date
), tombstone AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    VALUES ($1, 'workout_logs', $2::uuid::text, $3, $4)
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
), freed AS (
    UPDATE workout_instances i SET
        status = CASE WHEN EXISTS (
            SELECT FROM mesocycles m
            WHERE m.user_id = $1 AND m.status = 'active' AND m.id <> i.mesocycle_id
        ) THEN 'skipped' ELSE 'scheduled' END,
        revision = $4
    WHERE i.user_id = $1 AND i.id = $2::uuid
    RETURNING i.mesocycle_id, i.status
)
SELECT
    (SELECT f.mesocycle_id FROM freed f WHERE f.status = 'scheduled') AS mesocycle_id,
    (SELECT gone.local_date FROM gone) AS was_on
