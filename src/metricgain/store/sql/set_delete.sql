-- Delete a set and leave a tombstone, also for a set that has not arrived yet.
-- Uses sets_pkey, workout_logs_pkey, deleted_rows_pkey. Called by store/sets.py.
WITH touched AS (
    UPDATE workout_logs
    SET revision = $5, updated_at = greatest(
        CASE WHEN updated_at <= $6::timestamptz THEN updated_at END, $4
    )
    WHERE user_id = $1 AND id = $2::uuid
), tombstone AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    VALUES ($1, 'sets', $2::uuid::text || '/' || $3::int::text, $4, $5)
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
DELETE FROM sets WHERE user_id = $1 AND workout_log_id = $2::uuid AND id = $3::int
