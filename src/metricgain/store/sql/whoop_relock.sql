-- Keep the tokens of a user under another key. Uses whoop_connections_pkey.
-- Called by store/whoop.py.
UPDATE whoop_connections SET access_token = $2, refresh_token = $3 WHERE user_id = $1
