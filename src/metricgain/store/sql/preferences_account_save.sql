-- Save the name and the time zone of an account. Uses users_pkey.
-- Called by store/preferences.py.
UPDATE users SET full_name = $2, timezone = $3, updated_at = $4 WHERE id = $1
