-- Which exercise does each known name of an app stand for? Uses exercise_links_pkey.
-- Called by store/importing.py.
SELECT l.raw_name, l.exercise_id, e.name AS exercise_name, l.outcome, l.score
FROM exercise_links AS l
JOIN exercises AS e ON e.id = l.exercise_id
WHERE l.user_id = $1 AND l.app = $2
ORDER BY l.raw_name
