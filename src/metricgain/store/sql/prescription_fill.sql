-- Prescribe one exercise of a planned session. Uses prescriptions_pkey.
-- Called by store/outcomes.py.
UPDATE prescriptions p
SET target_sets = $4, target_reps = $5, target_weight = $6, weight_unit = $7,
    target_rir = $8, full_sets = $9, is_recovery = $10, swap = $11, because = $12,
    rule_id = $13
WHERE p.user_id = $1 AND p.workout_instance_id = $2 AND p.exercise_id = $3
