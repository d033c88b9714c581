-- Remember when somebody signed in, unless their password has just changed.
-- Uses users_pkey. Called by store/accounts.py.
UPDATE users SET last_login = $2, password_hash = $4
WHERE id = $1 AND password_hash = $3 AND is_active
