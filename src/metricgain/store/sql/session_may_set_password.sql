-- May this session set a password without the present one? Uses sessions_pkey.
-- Called by store/sessions.py.
SELECT may_set_password_until > $3 FROM sessions WHERE user_id = $1 AND token_hash = $2
