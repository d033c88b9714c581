-- Which tokens of this user work? Uses api_tokens_pkey. Called by store/tokens.py.
SELECT id, name, scope, created_at, last_used_at
FROM api_tokens
WHERE user_id = $1 AND revoked_at IS NULL
ORDER BY created_at DESC, id
