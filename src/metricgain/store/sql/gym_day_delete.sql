-- Train a day of a block in the usual gym again. Uses gym_days_pkey.
-- Called by store/gyms.py.
DELETE FROM gym_days WHERE user_id = $1 AND workout_id = $2
