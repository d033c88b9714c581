-- Bring a retired exercise of the user's own back. Uses exercises_pkey.
-- Called by store/exercise_links.py.
UPDATE exercises AS e
SET is_retired = false, revision = $3
WHERE e.id = $2 AND e.user_id = $1 AND e.is_retired
