-- What was answered about the exercises of these workouts?
-- Uses exercise_feedback_pkey. Called by store/sync_rows.py.
SELECT workout_log_id, exercise_id, joint_pain, note, recorded_at
FROM exercise_feedback
WHERE user_id = $1 AND workout_log_id = ANY($2::uuid[])
ORDER BY workout_log_id, exercise_id
