-- In which gyms are these days of blocks trained? Uses gym_days_pkey.
-- Called by store/gyms.py.
SELECT d.workout_id, d.gym_id FROM gym_days d
WHERE d.user_id = $1 AND d.workout_id = ANY($2::uuid[])
