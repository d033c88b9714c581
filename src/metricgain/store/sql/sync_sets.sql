-- Which sets do these workouts have? Uses sets_pkey. Called by store/sync_rows.py.
SELECT
    workout_log_id, id, exercise_id, set_number, performed_at, reps, weight::float8,
    weight_unit, set_type, rir::float8, load_kind, seconds, distance_m::float8, flag,
    note, edited_at
FROM sets
WHERE user_id = $1 AND workout_log_id = ANY($2::uuid[])
ORDER BY workout_log_id, set_number, performed_at, id
