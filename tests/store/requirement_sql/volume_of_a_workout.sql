SELECT
    SUM(weight * reps) as total_volume
FROM sets
WHERE workout_log_id = $1;
