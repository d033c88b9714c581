-- What is the password of this address checked against? Uses users_email_key.
-- Called by store/accounts.py.
SELECT id AS user_id, email, password_hash, is_active FROM users WHERE email = $1
