-- Keep the strain of days; one that is here already gives way to a version that is not
-- older. Uses whoop_cycle_pkey. Called by store/recovery.py.
INSERT INTO whoop_cycle AS c (
    user_id, source, source_id, local_date, began_at, source_updated_at, score_state,
    strain
)
SELECT $1, $2, new.*
FROM unnest(
    $3::text[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[],
    $8::numeric[]
) AS new
ON CONFLICT (user_id, source, source_id) DO UPDATE
SET local_date = EXCLUDED.local_date, began_at = EXCLUDED.began_at,
    source_updated_at = EXCLUDED.source_updated_at,
    score_state = EXCLUDED.score_state, strain = EXCLUDED.strain
WHERE c.source_updated_at <= EXCLUDED.source_updated_at
RETURNING c.source_id
