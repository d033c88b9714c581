-- Let go of one row of a source, and of the words that it was read from.
-- Uses whoop_sleep_pkey and whoop_payloads_pkey. Called by store/recovery.py.
WITH gone AS (
    DELETE FROM whoop_sleep r
    WHERE r.user_id = $1 AND r.source = $2 AND r.source_id = $3
)
DELETE FROM whoop_payloads p
WHERE p.user_id = $1 AND p.source = $2 AND p.kind = 'sleep' AND p.source_id = $3
