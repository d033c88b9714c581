-- Where is this user signed in? Uses sessions_pkey. Called by store/sessions.py.
SELECT token_hash, device, created_at, last_seen_at, expires_at
FROM sessions
WHERE user_id = $1 AND expires_at > $2
ORDER BY last_seen_at DESC, token_hash
