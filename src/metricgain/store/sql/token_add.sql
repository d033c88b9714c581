-- Keep a new token unless the user has $7 already. Uses api_tokens_pkey.
-- Called by store/tokens.py.
INSERT INTO api_tokens (user_id, id, name, token_hash, scope, created_at)
SELECT $1, $2, $3, $4, $5, $6
WHERE (
    SELECT count(*) FROM api_tokens WHERE user_id = $1 AND revoked_at IS NULL
) < $7
