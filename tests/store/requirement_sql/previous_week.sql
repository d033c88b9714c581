SELECT
    weight,
    reps,
    set_number
FROM sets s
JOIN workout_logs wl ON s.workout_log_id = wl.id
WHERE wl.mesocycle_id = $1
  AND wl.week_number = $2 - 1
  AND s.exercise_id = $3
ORDER BY set_number;
