-- Train nowhere in particular, if this gym is the chosen one.
-- Uses user_preferences_pkey. Called by store/gyms.py.
UPDATE user_preferences SET gym_id = NULL WHERE user_id = $1 AND gym_id = $2
