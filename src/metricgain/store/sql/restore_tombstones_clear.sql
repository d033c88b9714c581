-- Forget which rows were deleted that an export has brought back. Reads all keys of
-- the user's, by workout_logs_pkey, workout_instances_pkey, mesocycles_pkey, sets_pkey,
-- exercises_user_id_ix, exercise_links_pkey, user_landmarks_pkey.
-- Called by store/owned_rows.py.
DELETE FROM deleted_rows d
WHERE d.user_id = $1 AND CASE d.kind
    WHEN 'workout_logs' THEN d.key IN (
        SELECT l.id::text FROM workout_logs l WHERE l.user_id = $1
    )
    WHEN 'workout_instances' THEN d.key IN (
        SELECT i.id::text FROM workout_instances i WHERE i.user_id = $1
    )
    WHEN 'mesocycles' THEN d.key IN (
        SELECT m.id::text FROM mesocycles m WHERE m.user_id = $1
    )
    WHEN 'sets' THEN d.key IN (
        SELECT s.workout_log_id || '/' || s.id FROM sets s WHERE s.user_id = $1
    )
    WHEN 'exercises' THEN d.key IN (
        SELECT e.id::text FROM exercises e WHERE e.user_id = $1
    )
    WHEN 'exercise_links' THEN d.key IN (
        SELECT k.app || '/' || k.raw_name FROM exercise_links k WHERE k.user_id = $1
    )
    WHEN 'user_landmarks' THEN d.key IN (
        SELECT k.muscle FROM user_landmarks k WHERE k.user_id = $1
    )
    ELSE false
END
