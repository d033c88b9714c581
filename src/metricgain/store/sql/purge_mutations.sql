-- Forget how a user's mutations were answered before a moment. Reads those of one user.
-- Called by store/sync_purge.py.
DELETE FROM sync_mutations WHERE user_id = $1 AND received_at < $2
