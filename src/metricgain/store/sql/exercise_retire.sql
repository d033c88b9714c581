-- Keep an exercise of the user's own for its history only. Uses exercises_pkey.
-- Called by store/exercises.py.
UPDATE exercises SET is_retired = true, updated_at = $3, revision = $4
WHERE user_id = $1 AND id = $2
