-- Which exercises may a name mean? The catalogue's and the user's own, with all their
-- names. Uses exercises_user_id_ix and exercise_aliases_exercise_id_ix.
-- Called by store/importing.py.
SELECT e.id, e.name, e.equipment, e.is_system, e.is_retired,
    coalesce(
        array_agg(a.alias ORDER BY a.alias) FILTER (WHERE a.alias IS NOT NULL), '{}'
    ) AS aliases
FROM exercises AS e
LEFT JOIN exercise_aliases AS a ON a.exercise_id = e.id
WHERE e.is_system OR e.user_id = $1
GROUP BY e.id, e.name, e.equipment, e.is_system, e.is_retired
ORDER BY e.id
