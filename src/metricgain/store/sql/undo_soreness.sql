-- Which answers about soreness speak of these workouts? They lose their subject before
-- it goes. Uses muscle_group_feedback_pkey, workout_logs_pkey.
-- Called by store/undoing.py.
WITH freed AS (
    UPDATE muscle_group_feedback SET about_log_id = NULL
    WHERE user_id = $1 AND about_log_id = ANY($2::uuid[])
    RETURNING workout_log_id
)
UPDATE workout_logs AS l SET revision = $3
FROM freed AS f
WHERE l.user_id = $1 AND l.id = f.workout_log_id
