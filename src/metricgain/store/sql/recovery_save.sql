-- Keep recoveries; one that is here already gives way to a version that is not older.
-- Uses whoop_recovery_pkey. Called by store/recovery.py.
INSERT INTO whoop_recovery AS r (
    user_id, source, source_id, local_date, began_at, source_updated_at, score_state,
    user_calibrating, recovery_score, recovery_score_tier, hrv_milli,
    resting_heart_rate, spo2_percentage, skin_temp_celsius
)
SELECT $1, $2, new.*
FROM unnest(
    $3::text[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[],
    $8::bool[], $9::numeric[], $10::text[], $11::numeric[], $12::numeric[],
    $13::numeric[], $14::numeric[]
) AS new
ON CONFLICT (user_id, source, source_id) DO UPDATE
SET local_date = EXCLUDED.local_date, began_at = EXCLUDED.began_at,
    source_updated_at = EXCLUDED.source_updated_at,
    score_state = EXCLUDED.score_state, user_calibrating = EXCLUDED.user_calibrating,
    recovery_score = EXCLUDED.recovery_score,
    recovery_score_tier = EXCLUDED.recovery_score_tier,
    hrv_milli = EXCLUDED.hrv_milli, resting_heart_rate = EXCLUDED.resting_heart_rate,
    spo2_percentage = EXCLUDED.spo2_percentage,
    skin_temp_celsius = EXCLUDED.skin_temp_celsius
WHERE r.source_updated_at <= EXCLUDED.source_updated_at
RETURNING r.source_id
