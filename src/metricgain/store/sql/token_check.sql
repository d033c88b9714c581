-- Does this API token of a user still work, and what may it do? Says so of one only
-- whose use was noted within the hour. Uses api_tokens_token_hash_ix.
-- Called by store/people.py.
SELECT t.user_id, u.timezone, t.scope
FROM api_tokens t
JOIN users u ON u.id = t.user_id AND u.is_active
WHERE t.user_id = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL
  AND t.last_used_at >= $3::timestamptz - interval '1 hour'
