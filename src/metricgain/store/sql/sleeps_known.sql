-- Which days do these sleeps of a source belong to? Uses whoop_sleep_pkey.
-- Called by store/recovery.py.
SELECT s.source_id AS id, s.local_date AS day, s.began_at, s.ended_at,
       s.source_updated_at AS updated_at
FROM whoop_sleep s
WHERE s.user_id = $1 AND s.source = $2 AND s.source_id = ANY ($3::text[])
