-- Whose running session is this, and in which time zone are they? Notes when it was
-- last seen, to the hour. Reads all users: the token names the user.
-- Uses sessions_token_hash_ix. Called by store/people.py.
WITH found AS (
    SELECT s.user_id, u.timezone, s.token_hash, s.last_seen_at
    FROM sessions s
    JOIN users u ON u.id = s.user_id AND u.is_active
    WHERE s.token_hash = $1 AND s.expires_at > $2
), seen AS (
    UPDATE sessions s SET last_seen_at = $2
    FROM found f
    WHERE s.user_id = f.user_id AND s.token_hash = f.token_hash
      AND f.last_seen_at < $2 - interval '1 hour'
)
SELECT user_id, timezone FROM found
