-- Forget what came of a session whose log was deleted. Uses prescriptions_pkey.
-- Called by store/deciding.py.
UPDATE prescriptions p
SET performance = NULL, exposure_e1rm_kg = NULL, smoothed_e1rm_kg = NULL,
    done_weight = NULL, done_unit = NULL, done_reps = NULL, done_sets = NULL
WHERE p.user_id = $1 AND p.workout_instance_id = $2
