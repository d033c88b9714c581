-- Which of these workouts are here already, with how many sets, and which has the user
-- deleted? What went because its import was undone may come again.
-- Uses workout_logs_pkey, sets_pkey, deleted_rows_pkey and imports_pkey.
-- Called by store/importing.py.
WITH counted AS (
    SELECT s.user_id, s.workout_log_id, count(*)::int AS sets
    FROM sets AS s
    WHERE s.user_id = $1 AND s.workout_log_id = ANY($2::uuid[])
    GROUP BY s.user_id, s.workout_log_id
)
SELECT l.id, false AS deleted, coalesce(c.sets, 0) AS sets
FROM workout_logs AS l
LEFT JOIN counted AS c ON c.user_id = l.user_id AND c.workout_log_id = l.id
WHERE l.user_id = $1 AND l.id = ANY($2::uuid[])
UNION ALL
SELECT d.key::uuid, true, 0
FROM deleted_rows AS d
WHERE d.user_id = $1 AND d.kind = 'workout_logs' AND d.key = ANY($2::uuid[]::text[])
    AND NOT EXISTS (
        SELECT FROM imports AS i WHERE i.user_id = $1 AND i.undone_at = d.made_at
    )
