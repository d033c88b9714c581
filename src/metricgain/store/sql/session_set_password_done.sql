-- Ask a session for the present password from now on. Uses sessions_pkey.
-- Called by store/sessions.py.
UPDATE sessions SET may_set_password_until = NULL WHERE user_id = $1 AND token_hash = $2
