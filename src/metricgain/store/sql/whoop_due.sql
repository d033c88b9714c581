-- Whose connections are to be looked at, longest ago first? Reads all users: one row
-- each. Called by store/whoop.py.
SELECT user_id
FROM whoop_connections
WHERE problem IS NULL
ORDER BY polled_at NULLS FIRST, user_id
LIMIT $1
