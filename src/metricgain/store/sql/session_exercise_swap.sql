-- Put another exercise in the place of one in a planned session; the number of sets
-- stays. Uses prescriptions_pkey. Called by store/session_plan.py.
UPDATE prescriptions SET
    exercise_id = $4, target_reps = $5, target_reps_min = $6, target_reps_max = $7,
    target_weight = $8, weight_unit = $9, target_rir = $10, swap = NULL, because = $11,
    rule_id = $12
WHERE user_id = $1 AND workout_instance_id = $2 AND exercise_id = $3
