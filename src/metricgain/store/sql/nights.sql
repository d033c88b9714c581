-- What is known of each night and day of a span? Of several sources the one that is
-- named first counts. Uses whoop_recovery_user_id_local_date_ix,
-- whoop_sleep_user_id_local_date_ix and whoop_cycle_user_id_local_date_ix.
-- Called by store/recovery.py.
WITH recoveries AS (
    SELECT DISTINCT ON (r.local_date) r.*
    FROM whoop_recovery r
    WHERE r.user_id = $1 AND r.local_date BETWEEN $2 AND $3
    ORDER BY r.local_date, r.score_state = 'SCORED' DESC,
             array_position($4::text[], r.source::text), r.began_at DESC, r.source_id
), sleeps AS (
    SELECT DISTINCT ON (s.local_date) s.*
    FROM whoop_sleep s
    WHERE s.user_id = $1 AND s.local_date BETWEEN $2 AND $3 AND NOT s.is_nap
    ORDER BY s.local_date, s.score_state = 'SCORED' DESC,
             array_position($4::text[], s.source::text),
             s.asleep_minutes DESC NULLS LAST, s.source_id
), cycles AS (
    SELECT DISTINCT ON (c.local_date) c.local_date, c.strain
    FROM whoop_cycle c
    WHERE c.user_id = $1 AND c.local_date BETWEEN $2 AND $3
    ORDER BY c.local_date, c.score_state = 'SCORED' DESC,
             array_position($4::text[], c.source::text), c.began_at DESC, c.source_id
)
SELECT coalesce(r.local_date, s.local_date, c.local_date) AS day,
       coalesce(r.source, s.source) AS source, r.score_state,
       coalesce(r.user_calibrating, false) AS calibrating,
       r.recovery_score::float8 AS recovery, r.recovery_score_tier AS recovery_tier,
       r.hrv_milli::float8 AS hrv_ms,
       r.resting_heart_rate::float8 AS resting_heart_rate,
       s.sleep_performance::float8 AS sleep, s.sleep_quality_tier AS sleep_tier,
       s.asleep_minutes, s.need_minutes, c.strain::float8 AS strain
FROM recoveries r
FULL JOIN sleeps s ON s.local_date = r.local_date
FULL JOIN cycles c ON c.local_date = coalesce(r.local_date, s.local_date)
ORDER BY 1
