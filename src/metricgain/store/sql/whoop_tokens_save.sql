-- Keep new tokens of a connection. Uses whoop_connections_pkey.
-- Called by store/whoop.py.
UPDATE whoop_connections
SET access_token = $2, refresh_token = $3, expires_at = $4, problem = NULL
WHERE user_id = $1
