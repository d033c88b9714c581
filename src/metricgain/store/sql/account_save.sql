-- Replace the address and the name of an account. Uses users_pkey and users_email_key.
-- Called by store/accounts.py.
UPDATE users SET email = $2, full_name = $3, updated_at = $4 WHERE id = $1
