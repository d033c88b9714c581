-- Add the sets of imported workouts. Uses sets_pkey. Called by store/importing.py.
INSERT INTO sets (
    user_id, workout_log_id, id, exercise_id, performed_at, set_number, reps, weight,
    weight_unit, set_type, rir, seconds, distance_m, flag, note, written
)
SELECT $1, workout_log_id, id, exercise_id, performed_at, set_number, reps, weight,
    weight_unit, set_type, rir, seconds, distance_m, flag, note, written
FROM unnest(
    $2::uuid[], $3::int[], $4::bigint[], $5::timestamptz[], $6::smallint[], $7::int[],
    $8::numeric[], $9::text[], $10::text[], $11::numeric[], $12::int[],
    $13::numeric[], $14::text[], $15::text[], $16::text[]
) AS made (
    workout_log_id, id, exercise_id, performed_at, set_number, reps, weight,
    weight_unit, set_type, rir, seconds, distance_m, flag, note, written
)
ON CONFLICT (user_id, workout_log_id, id) DO NOTHING
