-- Forget that these exercises and names of an app were deleted: they are back.
-- Uses deleted_rows_pkey. Called by store/importing.py.
DELETE FROM deleted_rows
WHERE user_id = $1 AND (
    (kind = 'exercises' AND key = ANY($2::bigint[]::text[]))
    OR (kind = 'exercise_links' AND key = ANY($3::text[]))
)
