-- Forget that these workouts were deleted: the user brings them back.
-- Uses deleted_rows_pkey. Called by store/importing.py.
DELETE FROM deleted_rows
WHERE user_id = $1 AND (
    (kind = 'workout_logs' AND key = ANY($2::uuid[]::text[]))
    OR (kind = 'sets' AND split_part(key, '/', 1) = ANY($2::uuid[]::text[]))
)
