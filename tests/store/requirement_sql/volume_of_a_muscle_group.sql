SELECT
    SUM(s.weight * s.reps) as total_volume
FROM sets s
JOIN exercises e ON s.exercise_id = e.id
WHERE s.workout_log_id = $1 AND e.muscle_group = $2;
