-- Train a day of a block in a gym. Is there such a day? Uses gym_days_pkey,
-- workouts_pkey. Called by store/gyms.py.
INSERT INTO gym_days (user_id, workout_id, gym_id)
SELECT $1, w.id, $3 FROM workouts w WHERE w.user_id = $1 AND w.id = $2
ON CONFLICT (user_id, workout_id) DO UPDATE SET gym_id = EXCLUDED.gym_id
