SELECT
    wl.week_number,
    mgf.soreness_level,
    mgf.pump_level,
    mgf.challenge_level,
    COUNT(DISTINCT s.id) as total_sets
FROM muscle_group_feedback mgf
JOIN workout_logs wl ON mgf.workout_log_id = wl.id
JOIN sets s ON s.workout_log_id = wl.id
JOIN exercises e ON s.exercise_id = e.id AND e.muscle_group = mgf.muscle_group
WHERE wl.mesocycle_id = $1
  AND mgf.muscle_group = $2
GROUP BY wl.week_number, mgf.soreness_level, mgf.pump_level, mgf.challenge_level
ORDER BY wl.week_number;
