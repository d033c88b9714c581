-- Add a name of a system exercise. Uses exercise_aliases_pkey.
-- Called by store/catalogue.py.
INSERT INTO exercise_aliases (alias_key, alias, exercise_id) VALUES ($1, $2, $3)
ON CONFLICT (alias_key) DO NOTHING
