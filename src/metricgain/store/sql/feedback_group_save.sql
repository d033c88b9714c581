-- Write what is answered about a muscle group. Uses muscle_group_feedback_pkey.
-- Called by store/feedback.py.
INSERT INTO muscle_group_feedback (
    user_id, workout_log_id, muscle_group, soreness_level, about_log_id, pump_level,
    challenge_level, soreness_recorded_at, performance_recorded_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (user_id, workout_log_id, muscle_group) DO UPDATE SET
    soreness_level = EXCLUDED.soreness_level,
    about_log_id = EXCLUDED.about_log_id,
    pump_level = EXCLUDED.pump_level,
    challenge_level = EXCLUDED.challenge_level,
    soreness_recorded_at = EXCLUDED.soreness_recorded_at,
    performance_recorded_at = EXCLUDED.performance_recorded_at
