-- Which exercises may a name mean? The catalogue's and the user's own, with all their
-- names and what they train. Uses exercises_user_id_ix,
-- exercise_aliases_exercise_id_ix and exercise_muscles_pkey.
-- Called by store/importing.py.
SELECT e.id, e.name, e.equipment, e.load_kind, e.is_system, e.is_retired,
    ARRAY(
        SELECT a.alias FROM exercise_aliases AS a
        WHERE a.exercise_id = e.id ORDER BY a.alias
    ) AS aliases,
    ARRAY(
        SELECT m.muscle::text FROM exercise_muscles AS m WHERE m.exercise_id = e.id
    ) AS muscles
FROM exercises AS e
WHERE e.is_system OR e.user_id = $1
ORDER BY e.id
