-- Which sets were done? Uses sets_pkey. Called by store/statistics/history.py.
SELECT s.workout_log_id, s.id, s.exercise_id, s.weight, s.weight_unit, s.reps, s.rir,
    s.load_kind, s.set_type, s.flag
FROM sets s
WHERE s.user_id = $1
