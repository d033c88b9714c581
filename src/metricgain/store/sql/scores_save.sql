-- Keep what came of each exercise beside its prescription.
-- Uses prescriptions_pkey. Called by store/outcomes.py.
UPDATE prescriptions p
SET performance = new.performance, exposure_e1rm_kg = new.exposure_e1rm_kg,
    smoothed_e1rm_kg = new.smoothed_e1rm_kg, done_weight = new.done_weight,
    done_unit = new.done_unit, done_reps = new.done_reps, done_sets = new.done_sets
FROM unnest(
    $3::bigint[], $4::smallint[], $5::float8[], $6::float8[], $7::numeric[],
    $8::text[], $9::int[], $10::smallint[]
) AS new (
    exercise_id, performance, exposure_e1rm_kg, smoothed_e1rm_kg, done_weight,
    done_unit, done_reps, done_sets
)
WHERE p.user_id = $1 AND p.workout_instance_id = $2
  AND p.exercise_id = new.exercise_id
