-- Give an account the name and the zone of an export. Uses users_pkey.
-- Called by store/owned_rows.py.
UPDATE users SET full_name = $2, timezone = $3, updated_at = $4 WHERE id = $1
