-- What is kept ready of exercises in the weeks? Uses exercise_weekly_summary_pkey.
-- Called by store/statistics/history.py.
SELECT x.year, x.week, x.week_start, x.exercise_id, x.sets, x.volume_kg, x.max_one_rm,
    x.best_weight_kg, x.best_reps, x.best_log_id, x.best_set_id, x.is_deload
FROM exercise_weekly_summary x
WHERE x.user_id = $1
