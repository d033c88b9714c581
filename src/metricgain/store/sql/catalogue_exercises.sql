-- What is in the catalogue, by name? Only what is everybody's: it is kept in memory for
-- all users. Reads the catalogue; uses exercise_aliases_exercise_id_ix and
-- exercise_muscles_pkey. Called by store/exercises.py.
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
WHERE e.is_system AND e.user_id IS NULL AND NOT e.is_retired
ORDER BY e.name, e.id
