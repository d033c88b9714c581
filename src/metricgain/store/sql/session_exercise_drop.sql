-- Take one exercise out of a planned session. Uses prescriptions_pkey.
-- Called by store/session_plan.py.
DELETE FROM prescriptions
WHERE user_id = $1 AND workout_instance_id = $2 AND exercise_id = $3
