-- Write what is answered about one muscle. Uses muscle_feedback_pkey.
-- Called by store/feedback.py.
INSERT INTO muscle_feedback (
    user_id, workout_log_id, muscle, soreness_level, pump_level, challenge_level,
    soreness_recorded_at, performance_recorded_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (user_id, workout_log_id, muscle) DO UPDATE SET
    soreness_level = EXCLUDED.soreness_level,
    pump_level = EXCLUDED.pump_level,
    challenge_level = EXCLUDED.challenge_level,
    soreness_recorded_at = EXCLUDED.soreness_recorded_at,
    performance_recorded_at = EXCLUDED.performance_recorded_at
