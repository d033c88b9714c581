-- When did this session begin? Uses sessions_pkey. Called by store/sessions.py.
SELECT created_at FROM sessions WHERE user_id = $1 AND token_hash = $2
