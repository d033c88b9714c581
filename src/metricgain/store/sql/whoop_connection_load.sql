-- How is this user connected to WHOOP? Uses whoop_connections_pkey.
-- Called by store/whoop.py.
SELECT member_id, access_token, refresh_token, expires_at, connected_at, polled_at,
       filled_to, problem
FROM whoop_connections
WHERE user_id = $1
