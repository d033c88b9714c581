-- Write an accepted proposal into the plan. Uses prescriptions_pkey.
-- Called by store/proposals.py.
UPDATE prescriptions p
SET target_sets = $4, target_weight = $5, weight_unit = $6, target_reps = $7,
    because = $8
WHERE p.user_id = $1 AND p.workout_instance_id = $2 AND p.exercise_id = $3
