-- What is an exercise that this user may use called? Uses exercises_pkey.
-- Called by store/exercise_links.py.
SELECT e.name FROM exercises AS e
WHERE e.id = $2 AND (e.is_system OR e.user_id = $1) AND NOT e.is_retired
