-- Which exercises do the days of these blocks have? Uses
-- workouts_user_id_mesocycle_id_position_in_week_key,
-- workout_exercises_user_id_workout_id_exercise_id_key. Called by store/sync_rows.py.
SELECT
    x.workout_id, x.id, x.exercise_id, x.position, x.target_sets, x.target_reps_min,
    x.target_reps_max, x.target_weight::float8, x.weight_unit, x.target_rir,
    x.superset, x.notes
FROM workouts w
JOIN workout_exercises x ON x.user_id = $1 AND x.workout_id = w.id
WHERE w.user_id = $1 AND w.mesocycle_id = ANY($2::uuid[])
ORDER BY x.position, x.id
