-- Delete the workouts of an import with what is left in them, leave tombstones, and tell
-- on which days they were. Uses workout_logs_pkey, deleted_rows_pkey.
-- Called by store/undoing.py.
WITH gone AS (
    DELETE FROM workout_logs WHERE user_id = $1 AND id = ANY($2::uuid[])
    RETURNING id, local_date
), tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT $1, 'workout_logs', g.id::text, $3, $4 FROM gone AS g
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
SELECT array_agg(DISTINCT g.local_date) AS were_on, count(*)::int AS workouts
FROM gone AS g
