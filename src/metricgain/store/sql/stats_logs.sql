-- Which workouts were done on some days, or ever, with which body weight?
-- Uses workout_logs_pkey, workout_logs_user_id_local_date_ix, user_preferences_pkey.
-- Called by store/statistics/history.py.
SELECT l.id, l.local_date, l.mesocycle_id IS NOT NULL AS in_block, l.is_deload,
    l.started_at, l.completed_at,
    coalesce(l.body_weight_kg, p.body_weight_kg) AS body_weight_kg
FROM workout_logs l
LEFT JOIN user_preferences p ON p.user_id = $1
WHERE l.user_id = $1 AND l.status <> 'skipped'
  AND ($2::date IS NULL OR l.local_date >= $2)
  AND ($3::date IS NULL OR l.local_date <= $3)
