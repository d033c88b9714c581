-- Note when was looked last, and how far back the history is. A null leaves it.
-- Uses whoop_connections_pkey. Called by store/whoop.py.
UPDATE whoop_connections
SET polled_at = coalesce($2, polled_at), filled_to = coalesce($3, filled_to)
WHERE user_id = $1
