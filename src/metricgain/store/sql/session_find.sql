-- Whose running session is this? Reads all users: the token names the user.
-- Uses sessions_token_hash_ix. Called by store/people.py.
SELECT s.user_id
FROM sessions s
JOIN users u ON u.id = s.user_id AND u.is_active
WHERE s.token_hash = $1 AND s.expires_at > $2
