-- Make a token useless for good. Uses api_tokens_pkey. Called by store/tokens.py.
UPDATE api_tokens SET revoked_at = coalesce(revoked_at, $3)
WHERE user_id = $1 AND id = $2
RETURNING name
