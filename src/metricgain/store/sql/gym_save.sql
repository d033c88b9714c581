-- Name a gym of a user. Uses gyms_pkey. Called by store/gyms.py.
INSERT INTO gyms (user_id, id, name) VALUES ($1, $2, $3)
ON CONFLICT (user_id, id) DO UPDATE SET name = EXCLUDED.name
