SELECT
    wl.week_number,
    e.muscle_group,
    SUM(s.weight * s.reps) as weekly_volume
FROM sets s
JOIN workout_logs wl ON s.workout_log_id = wl.id
JOIN exercises e ON s.exercise_id = e.id
WHERE wl.mesocycle_id = $1
GROUP BY wl.week_number, e.muscle_group
ORDER BY wl.week_number, e.muscle_group;
