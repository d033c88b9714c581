-- Forget what a gym has. Uses gym_equipment_pkey. Called by store/gyms.py.
DELETE FROM gym_equipment WHERE user_id = $1 AND gym_id = $2
