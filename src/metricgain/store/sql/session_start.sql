-- Start a session. Uses sessions_pkey. Called by store/sessions.py.
INSERT INTO sessions (
    user_id, token_hash, device, created_at, last_seen_at, expires_at,
    may_set_password_until
) VALUES ($1, $2, $3, $4, $4, $5, $6)
