-- Forget that landmarks were reset. Uses deleted_rows_pkey.
-- Called by store/landmarks.py.
DELETE FROM deleted_rows WHERE user_id = $1 AND kind = 'user_landmarks' AND key = $2
