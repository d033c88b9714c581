-- Which sets were done in some workouts, or in all? Uses sets_pkey.
-- Called by store/statistics/history.py.
SELECT s.workout_log_id, s.id, s.exercise_id, s.weight, s.weight_unit, s.reps, s.rir,
    s.load_kind, s.set_type, s.flag, s.seconds
FROM sets s
WHERE s.user_id = $1 AND ($2::uuid[] IS NULL OR s.workout_log_id = ANY($2))
