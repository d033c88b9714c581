-- How many sets that are no warm-up are logged in these planned workouts? Uses sets_pkey.
-- Called by store/week_changes.py.
SELECT s.workout_log_id, s.exercise_id, count(*) AS done
FROM sets s
WHERE s.user_id = $1 AND s.workout_log_id = ANY($2::uuid[]) AND s.set_type <> 'warmup'
GROUP BY s.workout_log_id, s.exercise_id
