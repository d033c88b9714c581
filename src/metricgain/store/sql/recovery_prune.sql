-- Let go of what a source has no more, of all that began between two moments.
-- Uses whoop_recovery_pkey and whoop_payloads_pkey. Called by store/recovery.py.
WITH gone AS (
    DELETE FROM whoop_recovery r
    WHERE r.user_id = $1 AND r.source = $2 AND r.began_at >= $3
      AND r.began_at < $4 AND r.source_id <> ALL ($5::text[])
    RETURNING r.source_id
)
DELETE FROM whoop_payloads p
WHERE p.user_id = $1 AND p.source = $2 AND p.kind = 'recovery'
  AND p.source_id IN (SELECT source_id FROM gone)
