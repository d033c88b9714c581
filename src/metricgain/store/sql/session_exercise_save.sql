-- Write one exercise of a planned session. Uses prescriptions_pkey.
-- Called by store/session_plan.py.
INSERT INTO prescriptions (
    user_id, workout_instance_id, exercise_id, position, target_sets, projected_sets,
    target_reps, target_reps_min, target_reps_max, target_weight, weight_unit,
    target_rir, superset, because, rule_id
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
