-- What is kept ready of muscles in the weeks? Uses weekly_muscle_stats_pkey.
-- Called by store/statistics/history.py.
SELECT m.year, m.week, m.week_start, m.muscle, m.volume_kg, m.direct_sets,
    m.fractional_sets, m.sessions, m.last_trained, m.is_deload
FROM weekly_muscle_stats m
WHERE m.user_id = $1
