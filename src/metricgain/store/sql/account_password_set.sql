-- Replace the hash of a password. Uses users_pkey. Called by store/accounts.py.
UPDATE users SET password_hash = $2, updated_at = $3 WHERE id = $1
