-- Which of these workouts are here already, with how many sets, and which has the user
-- deleted? Uses workout_logs_pkey, sets_pkey and deleted_rows_pkey.
-- Called by store/importing.py.
SELECT l.id, false AS deleted, (
        SELECT count(*)::int FROM sets AS s
        WHERE s.user_id = $1 AND s.user_id = l.user_id AND s.workout_log_id = l.id
    ) AS sets
FROM workout_logs AS l
WHERE l.user_id = $1 AND l.id = ANY($2::uuid[])
UNION ALL
SELECT d.key::uuid, true, 0
FROM deleted_rows AS d
WHERE d.user_id = $1 AND d.kind = 'workout_logs' AND d.key = ANY($2::uuid[]::text[])
