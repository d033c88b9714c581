-- Keep a doubtful set as it is. Uses sets_pkey, workout_logs_pkey.
-- Called by store/sets.py.
WITH touched AS (
    UPDATE workout_logs
    SET revision = $4, updated_at = greatest(
        CASE WHEN updated_at <= $6::timestamptz THEN updated_at END, $5
    )
    WHERE user_id = $1 AND id = $2
)
UPDATE sets SET flag = 'confirmed'
WHERE user_id = $1 AND workout_log_id = $2 AND id = $3
