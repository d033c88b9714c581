-- Remember when somebody signed in, by something else than a password. Uses users_pkey.
-- Called by store/accounts.py.
UPDATE users SET last_login = $2 WHERE id = $1 AND is_active
