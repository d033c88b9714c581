-- What does a device that has never synced get after this place? First what today's
-- training needs, then the logs since a day, newest first, then what is older.
-- Uses workout_logs_user_id_revision_ix, exercises_user_id_ix and the primary keys.
-- Called by store/sync.py.
SELECT stage, rank, kind, id
FROM (
    SELECT 0 AS stage, 0 AS rank, 'preferences' AS kind, '' AS id
    FROM user_preferences
    WHERE user_id = $1
    UNION ALL
    SELECT 0, 0, 'landmark', muscle
    FROM user_landmarks
    WHERE user_id = $1
    UNION ALL
    SELECT 0, 0, 'exercise', id::text
    FROM exercises
    WHERE user_id = $1 AND NOT is_system
    UNION ALL
    SELECT 0, 0, 'exerciseLink', app || '/' || raw_name
    FROM exercise_links
    WHERE user_id = $1
    UNION ALL
    SELECT CASE WHEN id = $2::uuid THEN 0 ELSE 2 END, 0, 'mesocycle', id::text
    FROM mesocycles
    WHERE user_id = $1
    UNION ALL
    SELECT CASE WHEN mesocycle_id = $2::uuid THEN 0 ELSE 2 END, 0,
        'workoutInstance', id::text
    FROM workout_instances
    WHERE user_id = $1
    UNION ALL
    SELECT CASE WHEN i.mesocycle_id = $2::uuid THEN 0 ELSE 2 END, 0,
        'proposal', p.id::text
    FROM plan_proposals p
    JOIN workout_instances i ON i.user_id = $1 AND i.id = p.workout_instance_id
    WHERE p.user_id = $1
    UNION ALL
    SELECT
        CASE WHEN local_date >= $3::date OR mesocycle_id = $2::uuid THEN 1 ELSE 3 END,
        '1970-01-01'::date - local_date, 'workoutLog', id::text
    FROM workout_logs
    WHERE user_id = $1
) wanted
WHERE (stage, rank, kind COLLATE "C", id COLLATE "C")
    > ($4::int, $5::int, $6::text, $7::text)
ORDER BY stage, rank, kind COLLATE "C", id COLLATE "C"
LIMIT $8
