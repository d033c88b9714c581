-- Retire a custom exercise that no set and no name is left for. Uses exercises_pkey,
-- sets_user_id_exercise_id_performed_at_ix and exercise_links_pkey.
-- Called by store/exercise_links.py.
UPDATE exercises AS e
SET is_retired = true, revision = $3
WHERE e.id = $2 AND e.user_id = $1
    AND NOT EXISTS (
        SELECT 1 FROM sets AS s WHERE s.user_id = $1 AND s.exercise_id = $2
    )
    AND NOT EXISTS (
        SELECT FROM archived_mesocycles AS a
        WHERE a.user_id = $1 AND a.body IS NOT NULL AND $2 = ANY(a.exercise_ids)
    )
    AND NOT EXISTS (
        SELECT 1 FROM exercise_links AS l WHERE l.user_id = $1 AND l.exercise_id = $2
    )
