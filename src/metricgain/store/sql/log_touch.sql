-- Note that something within a log has changed. A stamp of the future counts for
-- nothing: a clock was ahead. Uses workout_logs_pkey.
-- Called by store/logs.py.
UPDATE workout_logs
SET revision = $3, updated_at = greatest(
        CASE WHEN updated_at <= $5::timestamptz THEN updated_at END, $4
    )
WHERE user_id = $1 AND id = $2
