-- Whose oldest deletions may be due, or are not yet dated?
-- Reads all users: a nightly job clears up. Called by store/sync_purge.py.
SELECT s.user_id FROM sync_state AS s
WHERE s.marked_at IS NULL OR s.marked_at < $1
ORDER BY s.user_id
