-- Delete an account; everything it owns goes with it. Uses users_pkey.
-- Called by store/accounts.py.
DELETE FROM users WHERE id = $1
