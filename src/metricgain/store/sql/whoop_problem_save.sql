-- Note what is wrong with a connection. Uses whoop_connections_pkey.
-- Called by store/whoop.py.
UPDATE whoop_connections SET problem = $2 WHERE user_id = $1
