-- Let go of everything that came from a source. Uses the keys of the four tables.
-- Called by store/recovery.py.
WITH recoveries AS (
    DELETE FROM whoop_recovery r WHERE r.user_id = $1 AND r.source = $2
), sleeps AS (
    DELETE FROM whoop_sleep s WHERE s.user_id = $1 AND s.source = $2
), cycles AS (
    DELETE FROM whoop_cycle c WHERE c.user_id = $1 AND c.source = $2
)
DELETE FROM whoop_payloads p WHERE p.user_id = $1 AND p.source = $2
