-- Drop counts whose window is over, but wait for nobody who counts just now.
-- Reads the whole table, which holds a quarter of an hour. Called by store/attempts.py.
DELETE FROM sign_in_attempts
WHERE key IN (
    SELECT key FROM sign_in_attempts WHERE since < $1 FOR UPDATE SKIP LOCKED
)
