-- Mark a workout as done, and the session it was planned as.
-- Uses workout_logs_pkey and workout_instances_pkey. Called by store/deciding.py.
WITH log AS (
    UPDATE workout_logs l
    SET status = 'completed',
        completed_at = greatest($3::timestamptz, l.started_at),
        revision = $4, updated_at = greatest(
            CASE WHEN l.updated_at <= $5::timestamptz THEN l.updated_at END,
            $6::timestamptz
        )
    WHERE l.user_id = $1 AND l.id = $2
    RETURNING l.workout_instance_id
)
UPDATE workout_instances i
SET status = 'completed', revision = $4, updated_at = $5::timestamptz
FROM log
WHERE i.user_id = $1 AND i.id = log.workout_instance_id
