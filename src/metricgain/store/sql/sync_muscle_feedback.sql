-- What was answered about single muscles of these workouts? Uses muscle_feedback_pkey.
-- Called by store/sync_rows.py.
SELECT
    workout_log_id, muscle, soreness_level, pump_level, challenge_level,
    soreness_recorded_at, performance_recorded_at
FROM muscle_feedback
WHERE user_id = $1 AND workout_log_id = ANY($2::uuid[])
ORDER BY workout_log_id, muscle
