-- Forget the tokens of a user. Uses whoop_connections_pkey. Called by store/whoop.py.
DELETE FROM whoop_connections WHERE user_id = $1
