-- What do these planned workouts ask for? What came of it is not asked for: devices
-- see that in the sets and decisions. Uses prescriptions_pkey.
-- Called by store/sync_rows.py.
SELECT
    workout_instance_id, exercise_id, position, target_sets, projected_sets,
    target_reps, target_reps_min, target_reps_max, target_weight::float8, weight_unit,
    target_rir, superset, swap, is_recovery, because, rule_id
FROM prescriptions
WHERE user_id = $1 AND workout_instance_id = ANY($2::uuid[])
ORDER BY position, exercise_id
