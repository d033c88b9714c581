-- What of this user has changed after this place, in the order of the commits?
-- Decisions belong to the workout after which they were made.
-- Uses workout_logs_user_id_revision_ix, workout_instances_user_id_revision_ix,
-- exercises_user_id_ix and the primary keys. Called by store/sync.py.
SELECT DISTINCT revision, kind COLLATE "C" AS kind, id COLLATE "C" AS id
FROM (
    SELECT 'deleted' AS kind, kind || '/' || key AS id, revision
    FROM deleted_rows
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'workoutLog' AS kind, workout_log_id::text AS id, revision
    FROM progression_decisions
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'exercise' AS kind, id::text AS id, revision
    FROM exercises
    WHERE user_id = $1 AND revision >= $2 AND NOT is_system
    UNION ALL
    SELECT 'exerciseLink' AS kind, app || '/' || raw_name AS id, revision
    FROM exercise_links
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'landmark' AS kind, muscle AS id, revision
    FROM user_landmarks
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'mesocycle' AS kind, id::text AS id, revision
    FROM mesocycles
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'preferences' AS kind, '' AS id, revision
    FROM user_preferences
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'proposal' AS kind, id::text AS id, revision
    FROM plan_proposals
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'workoutInstance' AS kind, id::text AS id, revision
    FROM workout_instances
    WHERE user_id = $1 AND revision >= $2
    UNION ALL
    SELECT 'workoutLog' AS kind, id::text AS id, revision
    FROM workout_logs
    WHERE user_id = $1 AND revision >= $2
) changed
WHERE revision > $2::bigint
    OR (kind COLLATE "C", id COLLATE "C") > ($3::text, $4::text)
ORDER BY 1, 2, 3
LIMIT $5
