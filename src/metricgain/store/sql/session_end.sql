-- End one session. Uses sessions_pkey. Called by store/sessions.py.
DELETE FROM sessions WHERE user_id = $1 AND token_hash = $2
RETURNING device
