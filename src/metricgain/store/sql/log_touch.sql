-- Note that something within a log has changed. Uses workout_logs_pkey.
-- Called by store/logs.py.
UPDATE workout_logs
SET revision = $3, updated_at = greatest(updated_at, $4)
WHERE user_id = $1 AND id = $2
