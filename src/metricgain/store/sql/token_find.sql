-- Whose unrevoked API token is this, and what may it do? Notes when it was last used,
-- to the hour. Reads all users: the token names the user.
-- Uses api_tokens_token_hash_ix. Called by store/people.py.
WITH found AS (
    SELECT t.user_id, u.timezone, t.id, t.scope, t.last_used_at
    FROM api_tokens t
    JOIN users u ON u.id = t.user_id AND u.is_active
    WHERE t.token_hash = $1 AND t.revoked_at IS NULL
), used AS (
    UPDATE api_tokens t SET last_used_at = $2::timestamptz
    FROM found f
    WHERE t.user_id = f.user_id AND t.id = f.id
      AND (f.last_used_at IS NULL OR f.last_used_at < $2::timestamptz - interval '1 hour')
)
SELECT user_id, timezone, scope FROM found
