-- What is kept ready of the weeks? Uses weekly_stats_pkey.
-- Called by store/statistics/history.py.
SELECT w.year, w.week, w.week_start, w.total_volume, w.workout_count, w.working_sets,
    w.duration_seconds, w.is_deload
FROM weekly_stats w
WHERE w.user_id = $1
