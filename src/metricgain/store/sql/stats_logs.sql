-- Which workouts were done, with which body weight? Uses workout_logs_pkey,
-- user_preferences_pkey. Called by store/statistics/history.py.
SELECT l.id, l.local_date, l.mesocycle_id IS NOT NULL AS in_block, l.is_deload,
    l.started_at, l.completed_at,
    coalesce(l.body_weight_kg, p.body_weight_kg) AS body_weight_kg
FROM workout_logs l
LEFT JOIN user_preferences p ON p.user_id = $1
WHERE l.user_id = $1 AND l.status <> 'skipped'
