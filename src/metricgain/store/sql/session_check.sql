-- Does this session of a user still run, and in which time zone are they? Says so of
-- one only that was seen within the hour. Uses sessions_token_hash_ix.
-- Called by store/people.py.
SELECT s.user_id, u.timezone
FROM sessions s
JOIN users u ON u.id = s.user_id AND u.is_active
WHERE s.user_id = $1 AND s.token_hash = $2 AND s.expires_at > $3
  AND s.last_seen_at >= $3::timestamptz - interval '1 hour'
