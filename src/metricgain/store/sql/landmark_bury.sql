-- Remember that landmarks were reset, for other devices. Uses deleted_rows_pkey.
-- Called by store/landmarks.py.
INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
VALUES ($1, 'user_landmarks', $2, $3, $4)
ON CONFLICT (user_id, kind, key) DO UPDATE SET
    made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
