-- Drop tokens of a user that were revoked long ago. Uses api_tokens_pkey.
-- Called by store/tokens.py.
DELETE FROM api_tokens WHERE user_id = $1 AND revoked_at < $2
