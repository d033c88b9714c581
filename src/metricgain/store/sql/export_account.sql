-- What of an account is exported? Uses users_pkey. Called by store/owned_rows.py.
SELECT u.email, u.full_name, u.timezone FROM users u WHERE u.id = $1
