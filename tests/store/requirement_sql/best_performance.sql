SELECT
    MAX(weight) as max_weight,
    MAX(reps) as max_reps,
    MAX(weight * reps) as max_volume
FROM sets
WHERE exercise_id = $1
  AND workout_log_id IN (
    SELECT id FROM workout_logs WHERE user_id = $2
  );
