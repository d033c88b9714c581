-- Who is an administrator from now on, or no more? Uses users_pkey.
-- Called by store/accounts.py.
UPDATE users SET is_admin = $2, updated_at = $3
WHERE id = $1
