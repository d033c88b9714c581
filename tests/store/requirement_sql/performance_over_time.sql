SELECT
    u.id as user_id,
    e.id as exercise_id,
    e.name as exercise_name,
    e.muscle_group,
    wl.week_number,
    wl.performed_at,
    s.set_number,
    s.weight,
    s.reps,
    s.weight * s.reps as volume,
    mgf.soreness_level,
    mgf.pump_level,
    mgf.challenge_level
FROM sets s
JOIN workout_logs wl ON s.workout_log_id = wl.id
JOIN users u ON wl.user_id = u.id
JOIN exercises e ON s.exercise_id = e.id
LEFT JOIN muscle_group_feedback mgf ON mgf.workout_log_id = wl.id AND mgf.muscle_group = e.muscle_group
WHERE u.id = $1
ORDER BY wl.performed_at DESC, s.performed_at;
