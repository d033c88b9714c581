-- What is an exercise that this user may use called? A retired one of the user's own
-- can come back. Uses exercises_pkey. Called by store/exercise_links.py.
SELECT e.name FROM exercises AS e
WHERE e.id = $2 AND ((e.is_system AND NOT e.is_retired) OR e.user_id = $1)
