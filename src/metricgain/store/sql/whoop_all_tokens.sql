-- Which tokens are encrypted here? Reads all users: one row each, and holds them.
-- Called by store/whoop.py.
SELECT user_id, access_token, refresh_token
FROM whoop_connections
ORDER BY user_id
FOR UPDATE
