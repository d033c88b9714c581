-- Write what is noted about an exercise. Uses exercise_feedback_pkey.
-- Called by store/feedback.py.
INSERT INTO exercise_feedback (
    user_id, workout_log_id, exercise_id, joint_pain, note, recorded_at
) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (user_id, workout_log_id, exercise_id) DO UPDATE SET
    joint_pain = EXCLUDED.joint_pain,
    note = EXCLUDED.note,
    recorded_at = EXCLUDED.recorded_at
