-- Which accounts are there? Reads the whole table, for the operator.
-- Called by store/accounts.py.
SELECT id AS user_id, email, full_name, timezone, created_at, last_login,
       is_active, is_admin, password_hash <> '' AS has_password
FROM users
ORDER BY email
