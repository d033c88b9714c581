-- Which exercises do the names of other apps stand for? Uses exercise_links_pkey.
-- Called by store/exercise_links.py.
SELECT l.app, l.raw_name, l.exercise_id, e.name AS exercise_name, l.outcome, l.score
FROM exercise_links AS l
JOIN exercises AS e ON e.id = l.exercise_id
WHERE l.user_id = $1 AND ($2::text IS NULL OR l.app = $2)
ORDER BY l.app, l.raw_name
