-- Which answers about soreness speak of this log? They lose their subject before it is
-- deleted. Uses muscle_group_feedback_pkey, workout_logs_pkey. Called by store/logs.py.
WITH freed AS (
    UPDATE muscle_group_feedback SET about_log_id = NULL
    WHERE user_id = $1 AND about_log_id = $2 AND workout_log_id <> $2
    RETURNING workout_log_id
)
UPDATE workout_logs l SET revision = $3
FROM freed f
WHERE l.user_id = $1 AND l.id = f.workout_log_id
