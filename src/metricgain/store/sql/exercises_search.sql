-- Which exercises may this user do, by words of any of their names, group and type, by
-- name, after a place in the list? Reads the catalogue; uses exercise_aliases_pkey and
-- exercises_user_id_ix. Called by store/exercises.py.
SELECT e.id, e.name, e.description, e.muscle_group, e.exercise_type, e.equipment,
       e.movement_pattern, e.load_kind, e.body_weight_factor, e.per_side, e.unilateral,
       e.rep_min, e.rep_max, e.is_compound, e.traps_lifter, e.is_timed, e.skill_level,
       e.joints,
       e.is_system, e.is_retired, e.updated_at,
       (SELECT jsonb_object_agg(m.muscle, m.contribution)
        FROM exercise_muscles m WHERE m.exercise_id = e.id) AS muscles,
       (SELECT array_agg(a.alias ORDER BY a.alias)
        FROM exercise_aliases a WHERE a.exercise_id = e.id AND a.alias <> e.name)
           AS aliases
FROM exercises e
WHERE (e.user_id IS NULL OR e.user_id = $1)
  AND ($2::bigint IS NULL AND NOT e.is_retired OR e.id = $2)
  AND ($3::text IS NULL
       OR lower(e.name) LIKE '%' || $3 || '%'
       OR EXISTS (SELECT FROM exercise_aliases a
                  WHERE a.exercise_id = e.id AND a.alias_key LIKE '%' || $3 || '%'))
  AND ($4::text IS NULL OR e.muscle_group = $4)
  AND ($5::text IS NULL OR e.exercise_type = $5)
  AND ($6::text IS NULL OR (e.name, e.id) > ($6, $7::bigint))
ORDER BY e.name, e.id
LIMIT $8
