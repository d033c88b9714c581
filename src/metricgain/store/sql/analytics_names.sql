-- What are these exercises called, and what do they train? Uses exercises_pkey.
-- Called by store/past/live.py.
SELECT e.id, e.name, e.muscle_group
FROM exercises e
WHERE e.id = ANY($1::bigint[])
