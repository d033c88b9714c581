-- What was answered about the muscle groups of these workouts?
-- Uses muscle_group_feedback_pkey. Called by store/sync_rows.py.
SELECT
    workout_log_id, muscle_group, soreness_level, about_log_id, pump_level,
    challenge_level, soreness_recorded_at, performance_recorded_at
FROM muscle_group_feedback
WHERE user_id = $1 AND workout_log_id = ANY($2::uuid[])
ORDER BY workout_log_id, muscle_group
