-- What is noted about an exercise in this log? A row without a log id says that the
-- exercise is there and nothing is noted. Uses exercises_pkey, exercise_feedback_pkey.
-- Called by store/feedback.py.
SELECT f.workout_log_id, f.joint_pain, f.note, f.recorded_at
FROM exercises e
LEFT JOIN exercise_feedback f
    ON f.user_id = $1 AND f.workout_log_id = $2 AND f.exercise_id = $3
WHERE e.id = $3
