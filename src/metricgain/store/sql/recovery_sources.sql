-- Which sources has this user, and from when to when? Uses
-- whoop_recovery_pkey and whoop_sleep_pkey. Called by store/recovery.py.
SELECT source, min(local_date) AS first_day, max(local_date) AS last_day,
       count(DISTINCT local_date)::int AS nights
FROM (
    SELECT r.source, r.local_date FROM whoop_recovery r WHERE r.user_id = $1
    UNION ALL
    SELECT s.source, s.local_date FROM whoop_sleep s WHERE s.user_id = $1
) AS night
GROUP BY source
ORDER BY source
