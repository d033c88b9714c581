-- Keep sleeps; one that is here already gives way to a version that is not older.
-- Uses whoop_sleep_pkey. Called by store/recovery.py.
INSERT INTO whoop_sleep AS s (
    user_id, source, source_id, local_date, began_at, source_updated_at, score_state,
    ended_at, is_nap, asleep_minutes, need_minutes, sleep_performance,
    sleep_quality_tier, sleep_efficiency, sleep_consistency, respiratory_rate
)
SELECT $1, $2, new.*
FROM unnest(
    $3::text[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[],
    $8::timestamptz[], $9::bool[], $10::smallint[], $11::smallint[], $12::numeric[],
    $13::text[], $14::numeric[], $15::numeric[], $16::numeric[]
) AS new
ON CONFLICT (user_id, source, source_id) DO UPDATE
SET local_date = EXCLUDED.local_date, began_at = EXCLUDED.began_at,
    source_updated_at = EXCLUDED.source_updated_at,
    score_state = EXCLUDED.score_state, ended_at = EXCLUDED.ended_at,
    is_nap = EXCLUDED.is_nap, asleep_minutes = EXCLUDED.asleep_minutes,
    need_minutes = EXCLUDED.need_minutes,
    sleep_performance = EXCLUDED.sleep_performance,
    sleep_quality_tier = EXCLUDED.sleep_quality_tier,
    sleep_efficiency = EXCLUDED.sleep_efficiency,
    sleep_consistency = EXCLUDED.sleep_consistency,
    respiratory_rate = EXCLUDED.respiratory_rate
WHERE s.source_updated_at <= EXCLUDED.source_updated_at
RETURNING s.source_id
