-- Remember when somebody signed in by a link. Uses users_pkey.
-- Called by store/accounts.py.
UPDATE users SET last_login = $2 WHERE id = $1 AND is_active
