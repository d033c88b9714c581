SELECT
    date_trunc('week', wl.performed_at) as week,
    e.muscle_group,
    COUNT(DISTINCT wl.id) as workouts_count,
    COUNT(s.id) as total_sets,
    SUM(s.weight * s.reps) as total_volume,
    AVG(s.weight) as avg_weight,
    AVG(s.reps) as avg_reps
FROM sets s
JOIN workout_logs wl ON s.workout_log_id = wl.id
JOIN exercises e ON s.exercise_id = e.id
WHERE wl.user_id = $1
  AND wl.performed_at >= NOW() - INTERVAL '6 months'
GROUP BY week, e.muscle_group
ORDER BY week DESC, e.muscle_group;
