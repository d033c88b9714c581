-- Set a switch. Uses switches_pkey. Called by store/switch_rows.py.
INSERT INTO switches (name, mode, set_at) VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET mode = EXCLUDED.mode, set_at = EXCLUDED.set_at
